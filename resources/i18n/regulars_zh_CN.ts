<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActionForm</name>
    <message>
        <source>What happens</source>
        <translation>点按后做什么</translation>
    </message>
    <message>
        <source>Package of the app</source>
        <translation>应用包名</translation>
    </message>
    <message>
        <source>Web page where the app is missing</source>
        <translation>没装应用时打开的网页</translation>
    </message>
    <message>
        <source>What the message says</source>
        <translation>短信内容</translation>
    </message>
    <message>
        <source>What stands in the calendar</source>
        <translation>日程标题</translation>
    </message>
    <message>
        <source>What is there</source>
        <translation>地点名称</translation>
    </message>
</context>
<context>
    <name>AgedTable</name>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>AnswerButton</name>
    <message>
        <source>{answer} (key {key})</source>
        <translation>{answer}（按键 {key}）</translation>
    </message>
</context>
<context>
    <name>AnswerList</name>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Add an answer</source>
        <translation>添加一个回答</translation>
    </message>
</context>
<context>
    <name>AnswerRow</name>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>换个说法</translation>
    </message>
    <message>
        <source>Words of the answer</source>
        <translation>回答的说法</translation>
    </message>
    <message>
        <source>Remove the answer</source>
        <translation>删除这个回答</translation>
    </message>
    <message>
        <source>Tags, with commas</source>
        <translation>标签，逗号隔开</translation>
    </message>
    <message>
        <source>Tags for who answers so</source>
        <translation>给这样回答的人打的标签</translation>
    </message>
    <message>
        <source>The caller&apos;s key for this answer</source>
        <translation>打电话时按这个数字键</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Move “{answer}” (arrow keys)</source>
        <translation>移动“{answer}”（方向键）</translation>
    </message>
    <message>
        <source>Remove “{answer}”</source>
        <translation>删除“{answer}”</translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message>
        <source>Something in this text cannot be understood: change it (Ctrl+Enter)</source>
        <translation>这条回复里有无法识别的变量，请先修改（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Another customer: what was being changed is left</source>
        <translation>已换买家，刚才的修改已放弃</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>已粘贴</translation>
    </message>
    <message>
        <source>Nothing is left to copy</source>
        <translation>内容是空的，没有可以复制的</translation>
    </message>
    <message>
        <source>Being pasted: {title}</source>
        <translation>正在粘贴：{title}</translation>
    </message>
    <message>
        <source>Copied: {title}. Not all of what was on the clipboard can be brought back.</source>
        <translation>已复制：{title}。剪贴板原来的内容有一部分恢复不了。</translation>
    </message>
    <message>
        <source>Copied: {title}. Paste {count} times.</source>
        <translation>已复制：{title}，请连续粘贴 {count} 次</translation>
    </message>
    <message>
        <source>Copied: {title}</source>
        <translation>已复制：{title}</translation>
    </message>
    <message>
        <source>Fill in first: {variables}</source>
        <translation>请先填写：{variables}</translation>
    </message>
</context>
<context>
    <name>AsOfBar</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation>回到今天</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>A month ago</source>
        <translation>一个月前</translation>
    </message>
    <message>
        <source>Half a year ago</source>
        <translation>半年前</translation>
    </message>
    <message>
        <source>A year ago</source>
        <translation>一年前</translation>
    </message>
</context>
<context>
    <name>AttachmentsCard</name>
    <message>
        <source>Pictures and files</source>
        <translation>图片和文件</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Drop a size chart, a photograph or a file here.</source>
        <translation>把尺码表、实拍图或文件拖到这里。</translation>
    </message>
    <message>
        <source>Choose pictures or files</source>
        <translation>选择图片或文件</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>剪贴板里没有图片。</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>There is no picture in what was dropped.</source>
        <translation>拖进来的内容里没有图片。</translation>
    </message>
    <message>
        <source>“{name}” is not added: its reply was left while it was being read. Add it again.</source>
        <translation>“{name}”没有加上：读取时已离开这条回复，请重新添加。</translation>
    </message>
    <message>
        <source>A reply holds at most {most} pictures and files.</source>
        <translation>一条回复最多带 {most} 个图片和文件。</translation>
    </message>
    <message>
        <source>Send it earlier</source>
        <translation>往前移</translation>
    </message>
    <message>
        <source>Send it later</source>
        <translation>往后移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>AudienceCard</name>
    <message>
        <source>For this audience</source>
        <translation>发送对象</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>发送对象</translation>
    </message>
    <message>
        <source>Change the price of one part</source>
        <translation>修改每条的价格</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全部会员</translation>
    </message>
    <message>
        <source>{price} a part</source>
        <translation>每条 {price}</translation>
    </message>
    <message>
        <source>Nobody is in this audience yet.</source>
        <translation>这个人群里还没有人。</translation>
    </message>
    <message>
        <source>None of the {matched} people can be written to.</source>
        <translation>这 {matched} 人都不能发送。</translation>
    </message>
    <message>
        <source>{messages} of {matched} people can be written to.</source>
        <translation>{matched} 人中有 {messages} 人可以发送。</translation>
    </message>
</context>
<context>
    <name>AudienceList</name>
    <message>
        <source>Campaigns</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Audiences that were frozen with their texts and written to a file.</source>
        <translation>已定稿并生成文件的人群包，连同当时的短信内容。</translation>
    </message>
    <message>
        <source>Prepare an audience</source>
        <translation>准备人群包</translation>
    </message>
    <message>
        <source>Prepared audiences</source>
        <translation>已准备的人群包</translation>
    </message>
    <message>
        <source>Nothing is prepared yet</source>
        <translation>还没有准备过人群包</translation>
    </message>
    <message>
        <source>Choose a segment and a text: Regulars takes out everybody who must not be written to, shows the price, and writes the file for your SMS provider.</source>
        <translation>选一个人群和一个模板：熟客会剔除不能发送的人，算好价格，再生成交给短信服务商的文件。</translation>
    </message>
</context>
<context>
    <name>AudienceTable</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>发送人数</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Prepared</source>
        <translation>准备时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>no file yet</source>
        <translation>未生成文件</translation>
    </message>
    <message>
        <source>handed off</source>
        <translation>已交接</translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>There is no backup yet. One is made before every update of the file, and whenever you ask.</source>
        <translation>还没有备份。每次升级店铺文件之前会自动备份，您也可以随时备份。</translation>
    </message>
    <message>
        <source>The latest {shown} of {count}. Older ones are thinned by age.</source>
        <translation>共 {count} 份，显示最近 {shown} 份。越早的备份保留得越少。</translation>
    </message>
    <message>
        <source>Each is checked after it is written; older ones are thinned by age.</source>
        <translation>每份备份写完都会检查；越早的备份保留得越少。</translation>
    </message>
    <message>
        <source>The file itself still has to be rewritten after a person was erased.</source>
        <translation>抹除个人信息之后，数据文件还需要重写一次。</translation>
    </message>
    <message>
        <source>Rewrite the file and back it up</source>
        <translation>重写文件并备份</translation>
    </message>
    <message>
        <source>Backups from before a person was erased: {count}. They go by themselves as they age.</source>
        <translation>有 {count} 个备份早于个人信息的抹除，到期会自动清理。</translation>
    </message>
    <message>
        <source>Replace older backups now</source>
        <translation>立即替换旧备份</translation>
    </message>
    <message>
        <source>still holds an erased person until {day}</source>
        <translation>仍含已抹除的个人信息，{day} 前清理</translation>
    </message>
    <message>
        <source>Backup written and checked: {name}. Older ones deleted: {count}.</source>
        <translation>备份已写入并校验：{name}，已删除旧备份 {count} 个。</translation>
    </message>
    <message>
        <source>Backing up …</source>
        <translation>正在备份 …</translation>
    </message>
    <message>
        <source>Backup written and checked: {name}</source>
        <translation>备份已完成并通过检查：{name}</translation>
    </message>
</context>
<context>
    <name>BandPart</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>BarMembers</name>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>没有名字</translation>
    </message>
</context>
<context>
    <name>BelongingsCard</name>
    <message>
        <source>Recognised by</source>
        <translation>识别依据</translation>
    </message>
    <message>
        <source>Merge with another member…</source>
        <translation>与其他会员合并…</translation>
    </message>
    <message>
        <source>{kind}, {platform}</source>
        <translation>{kind} · {platform}</translation>
    </message>
    <message>
        <source>Undo merge</source>
        <translation>撤销合并</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>The identity does not stand for this member any more; can be undone.</source>
        <translation>这条身份不再代表这位会员，可以撤销。</translation>
    </message>
    <message>
        <source>from {file}, order {order}</source>
        <translation>来自 {file}，订单 {order}</translation>
    </message>
    <message>
        <source>from {file}</source>
        <translation>来自 {file}</translation>
    </message>
    <message>
        <source>from order {order}</source>
        <translation>来自订单 {order}</translation>
    </message>
    <message>
        <source>seen beside {value}</source>
        <translation>与 {value} 同时出现</translation>
    </message>
    <message>
        <source>merged by hand, {time}</source>
        <translation>手动合并，{time}</translation>
    </message>
    <message>
        <source>not the same person as {other}, {time}</source>
        <translation>与“{other}”不是同一人，{time}</translation>
    </message>
    <message>
        <source>split off by hand, {time}</source>
        <translation>手动拆分，{time}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>BirthdayEditor</name>
    <message>
        <source>Within days</source>
        <translation>几天内</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已知</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
</context>
<context>
    <name>BlanksForm</name>
    <message>
        <source>Fill in {variable}</source>
        <translation>填写{variable}</translation>
    </message>
</context>
<context>
    <name>BoardColumn</name>
    <message>
        <source>Column “{name}”: more</source>
        <translation>“{name}”这一列：更多</translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message>
        <source>Columns…</source>
        <translation>选择列…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Drag cards to arrange them; Alt and an arrow does it by keyboard.</source>
        <translation>拖动卡片即可排列；用键盘时按 Alt 加方向键。</translation>
    </message>
    <message>
        <source>In no group</source>
        <translation>未分组</translation>
    </message>
    <message>
        <source>Hot list</source>
        <translation>热门问题</translation>
    </message>
    <message>
        <source>Moved into “{group}”.</source>
        <translation>已移到“{group}”。</translation>
    </message>
    <message>
        <source>To the left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
</context>
<context>
    <name>Builder</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>A campaign is always for today: {count} people match today.</source>
        <translation>活动总是以今天为准：今天符合的有 {count} 人。</translation>
    </message>
    <message>
        <source>Use in campaign</source>
        <translation>用于活动</translation>
    </message>
    <message>
        <source>Filled in with what this shop sells most: check that condition, or choose another value.</source>
        <translation>已按本店卖得最多的填好：请核对这个条件，或换成别的。</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Copy the sentence</source>
        <translation>复制这句话</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>历史版本…</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Delete this segment</source>
        <translation>删除这个人群</translation>
    </message>
    <message>
        <source>Saved “{name}”.</source>
        <translation>已保存“{name}”。</translation>
    </message>
</context>
<context>
    <name>BuilderHeader</name>
    <message>
        <source>Back to all segments</source>
        <translation>返回全部人群</translation>
    </message>
    <message>
        <source>Name of the segment</source>
        <translation>人群名称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Why is somebody in the segment, or not? (Ctrl+F)</source>
        <translation>某个人为什么在或不在这个人群里？（Ctrl+F）</translation>
    </message>
    <message>
        <source>Overlap, change between days, RFM</source>
        <translation>重叠、两天对比、RFM</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>重做（Ctrl+Y）</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Use in campaign</source>
        <translation>用于活动</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>As of today</source>
        <translation>截至今天</translation>
    </message>
    <message>
        <source>As of {day}</source>
        <translation>截至 {day}</translation>
    </message>
    <message>
        <source>Ask the segment as of an earlier day, to rehearse a campaign</source>
        <translation>看这个人群在过去某一天的结果，预演一次活动</translation>
    </message>
</context>
<context>
    <name>BuilderPanes</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Note: what the segment is for</source>
        <translation>备注：这个人群用来做什么</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>条件组</translation>
    </message>
    <message>
        <source>Add a condition (Ctrl+N)</source>
        <translation>添加条件（Ctrl+N）</translation>
    </message>
    <message>
        <source>Add a group (Ctrl+Shift+N)</source>
        <translation>添加条件组（Ctrl+Shift+N）</translation>
    </message>
    <message>
        <source>Conditions are found by typing</source>
        <translation>输入即可查找条件，支持拼音和首字母</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>{count} selected</source>
        <translation>已选 {count} 人</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>加标签</translation>
    </message>
    <message>
        <source>Take a tag</source>
        <translation>移除标签</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>接收意愿</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Select nobody</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Tag for everybody selected</source>
        <translation>给所选会员加标签</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Note on everybody selected</source>
        <translation>给所选会员写备注</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>{channel}: opted out</source>
        <translation>{channel}：已退订</translation>
    </message>
    <message>
        <source>{channel}: agreed, noted by hand</source>
        <translation>{channel}：已同意（手工记录）</translation>
    </message>
</context>
<context>
    <name>BulkWork</name>
    <message>
        <source>Tagging…</source>
        <translation>正在添加标签…</translation>
    </message>
    <message>
        <source>Taking the tag…</source>
        <translation>正在移除标签…</translation>
    </message>
    <message>
        <source>Writing notes…</source>
        <translation>正在写备注…</translation>
    </message>
    <message>
        <source>Noting consent…</source>
        <translation>正在登记接收意愿…</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>正在写文件…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Tagged {count} people “{text}”.</source>
        <translation>已给 {count} 位会员添加标签“{text}”。</translation>
    </message>
    <message>
        <source>Took the tag “{text}” from {count} people.</source>
        <translation>已从 {count} 位会员移除标签“{text}”。</translation>
    </message>
    <message>
        <source>Wrote the note on {count} people.</source>
        <translation>已给 {count} 位会员写备注。</translation>
    </message>
    <message>
        <source>Noted that {count} people opted out of {channel}.</source>
        <translation>已记录 {count} 位会员退订{channel}。</translation>
    </message>
    <message>
        <source>Noted that {count} people agreed to {channel}.</source>
        <translation>已记录 {count} 位会员同意接收{channel}。</translation>
    </message>
    <message>
        <source>Nothing to do: it is so already.</source>
        <translation>没有要改的，本来就是这样。</translation>
    </message>
    <message>
        <source>{count} who opted out were left as they are.</source>
        <translation>另有 {count} 位已退订，保持不变。</translation>
    </message>
    <message>
        <source>Undoing…</source>
        <translation>正在撤销…</translation>
    </message>
    <message>
        <source>Wrote {count} people into {file}.</source>
        <translation>已将 {count} 位会员写入 {file}。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>A rule gives this tag; choose another name.</source>
        <translation>这个标签由规则自动维护，请换个名称。</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>已停止，没有任何改动。</translation>
    </message>
</context>
<context>
    <name>Bundle</name>
    <message>
        <source>number</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>wording</source>
        <translation>第几种说法</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒数</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>已录音</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>has variables</source>
        <translation>含变量</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>开场</translation>
    </message>
    <message>
        <source>At every step</source>
        <translation>每一步都可能</translation>
    </message>
    <message>
        <source>Objections</source>
        <translation>常见异议</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>then</source>
        <translation>接着</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>For the caller:</source>
        <translation>提示：</translation>
    </message>
    <message>
        <source>The call ends:</source>
        <translation>通话结束：</translation>
    </message>
    <message>
        <source>about {seconds} s</source>
        <translation>约 {seconds} 秒</translation>
    </message>
    <message>
        <source>Shortest way</source>
        <translation>最短</translation>
    </message>
    <message>
        <source>Longest way</source>
        <translation>最长</translation>
    </message>
</context>
<context>
    <name>BundleDialog</name>
    <message>
        <source>Script with recordings</source>
        <translation>导出话术和录音</translation>
    </message>
    <message>
        <source>A folder with numbered recordings, a table of them, the script as JSON and as a page to print.</source>
        <translation>一个文件夹：编号的录音、录音清单、话术 JSON 和可打印的网页。</translation>
    </message>
    <message>
        <source>Leave out recordings whose text has changed</source>
        <translation>不导出文字已改过的录音</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>清单格式</translation>
    </message>
    <message>
        <source>Write the folder</source>
        <translation>导出文件夹</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新文件夹</translation>
    </message>
    <message>
        <source>{count} of {all} texts with a recording · {time}</source>
        <translation>{all} 段话里 {count} 段有录音 · {time}</translation>
    </message>
    <message>
        <source>Not recorded: {texts}</source>
        <translation>还没录：{texts}</translation>
    </message>
    <message>
        <source>Recorded before the text was changed: {texts}</source>
        <translation>录完以后文字又改过：{texts}</translation>
    </message>
    <message>
        <source>Texts with variables, of which the recording says the fallback: {count}</source>
        <translation>含变量、录音里念的是备用词的有 {count} 段</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另外 {count} 段</translation>
    </message>
    <message>
        <source>{count} files are in {folder}.</source>
        <translation>已导出 {count} 个文件到 {folder}。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>ButtonRow</name>
    <message>
        <source>Words on it</source>
        <translation>按钮文字</translation>
    </message>
    <message>
        <source>Remove: {name}</source>
        <translation>删除：{name}</translation>
    </message>
    <message>
        <source>{used} / {longest}</source>
        <translation>{used} / {longest}</translation>
    </message>
</context>
<context>
    <name>ButtonsForm</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add: {name}</source>
        <translation>添加：{name}</translation>
    </message>
</context>
<context>
    <name>BuyerBar</name>
    <message>
        <source>Customer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>Nick, phone, order or tracking number</source>
        <translation>昵称/手机/订单号/快递单号</translation>
    </message>
    <message>
        <source>Customer to answer: nick, phone, order or tracking number</source>
        <translation>要回复的买家：昵称、手机、订单号或快递单号</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>从剪贴板</translation>
    </message>
    <message>
        <source>Find the customer by what is on the clipboard (Ctrl+Shift+B)</source>
        <translation>按剪贴板里的内容找买家（Ctrl+Shift+B）</translation>
    </message>
    <message>
        <source>Customer from the clipboard</source>
        <translation>从剪贴板绑定买家</translation>
    </message>
    <message>
        <source>Make it a strip (Ctrl+M)</source>
        <translation>收成窄条（Ctrl+M）</translation>
    </message>
</context>
<context>
    <name>BuyerSide</name>
    <message>
        <source>No nick or number is on the clipboard</source>
        <translation>剪贴板里没有昵称或号码</translation>
    </message>
    <message>
        <source>No customer of that nick, phone or number.</source>
        <translation>没有找到这个昵称、手机或单号的买家。</translation>
    </message>
</context>
<context>
    <name>ByHand</name>
    <message>
        <source>Opted out: {channel}.</source>
        <translation>已登记退订：{channel}。</translation>
    </message>
    <message>
        <source>Consent recorded: {channel}.</source>
        <translation>已登记同意：{channel}。</translation>
    </message>
    <message>
        <source>The entry is taken back.</source>
        <translation>已撤回这条记录。</translation>
    </message>
    <message>
        <source>Tag “{tag}” added.</source>
        <translation>已添加标签“{tag}”。</translation>
    </message>
    <message>
        <source>Tag “{tag}” removed.</source>
        <translation>已移除标签“{tag}”。</translation>
    </message>
    <message>
        <source>Note added.</source>
        <translation>已添加备注。</translation>
    </message>
    <message>
        <source>Note deleted.</source>
        <translation>已删除备注。</translation>
    </message>
    <message>
        <source>Note changed.</source>
        <translation>已修改备注。</translation>
    </message>
    <message>
        <source>The two are one member now.</source>
        <translation>两位会员已合并为一位。</translation>
    </message>
    <message>
        <source>{count} pairs were merged.</source>
        <translation>已合并 {count} 对会员。</translation>
    </message>
    <message>
        <source>The two stay apart and are not suggested again.</source>
        <translation>两位会员保持分开，不再提示。</translation>
    </message>
    <message>
        <source>The identity is split off.</source>
        <translation>已拆分这条身份。</translation>
    </message>
    <message>
        <source>The decision is taken back.</source>
        <translation>已撤回这项决定。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>CallClock</name>
    <message>
        <source>Time of the call</source>
        <translation>通话时长</translation>
    </message>
    <message>
        <source>Since the call began</source>
        <translation>从通话开始算起</translation>
    </message>
</context>
<context>
    <name>CallScripts</name>
    <message>
        <source>Call scripts</source>
        <translation>外呼话术</translation>
    </message>
    <message>
        <source>What callers say, what may be answered, and where each answer leads.</source>
        <translation>打电话时说什么、对方可能怎么答、每种回答走到哪一步。</translation>
    </message>
    <message>
        <source>New call script</source>
        <translation>新建话术</translation>
    </message>
    <message>
        <source>Find by name, words or pinyin</source>
        <translation>按名称、内容或拼音查找</translation>
    </message>
    <message>
        <source>Your call scripts</source>
        <translation>我的话术</translation>
    </message>
    <message>
        <source>Ready-made call scripts</source>
        <translation>现成话术</translation>
    </message>
    <message>
        <source>No call scripts yet</source>
        <translation>还没有话术</translation>
    </message>
    <message>
        <source>Draw your first one, or begin with one of the ready-made scripts below.</source>
        <translation>从空白画布开始，或在下面挑一套现成话术。</translation>
    </message>
    <message>
        <source>No call script like that</source>
        <translation>没有这样的话术</translation>
    </message>
    <message>
        <source>No step is the opening.</source>
        <translation>还没有指定开场步骤。</translation>
    </message>
    <message>
        <source>Another step has the same key.</source>
        <translation>有另一个步骤用了同样的编号。</translation>
    </message>
    <message>
        <source>No answer leads here.</source>
        <translation>没有任何回答会走到这一步。</translation>
    </message>
    <message>
        <source>Nothing is said here yet.</source>
        <translation>这一步还没有写要说的话。</translation>
    </message>
    <message>
        <source>The call stops here: give it an answer, or let the step end the call.</source>
        <translation>通话走到这里就断了：添加一个回答，或设为结束通话。</translation>
    </message>
    <message>
        <source>From here the answers lead round and round, to no end of the call.</source>
        <translation>从这里开始只会来回绕圈，走不到通话结束。</translation>
    </message>
    <message>
        <source>The answer leads nowhere yet.</source>
        <translation>这个回答还没有去处。</translation>
    </message>
    <message>
        <source>The answer leads to a step that is gone.</source>
        <translation>这个回答指向的步骤已不存在。</translation>
    </message>
    <message>
        <source>The answer has no words.</source>
        <translation>这个回答没有写说法。</translation>
    </message>
    <message>
        <source>Two answers mean the same.</source>
        <translation>有两个回答是一个意思。</translation>
    </message>
    <message>
        <source>The step ends the call and has answers all the same.</source>
        <translation>这一步已结束通话，却还留着回答。</translation>
    </message>
    <message>
        <source>{count} answers, but only {most} have a key.</source>
        <translation>有 {count} 个回答，但只有前 {most} 个有数字键。</translation>
    </message>
    <message>
        <source>Nothing is said of who wants no more calls.</source>
        <translation>没有写对方拒接来电时怎么办。</translation>
    </message>
    <message>
        <source>Who wants no more calls must come to an end “No more calls” at once.</source>
        <translation>对方拒接来电，必须直接走到“不再打扰”的结束步骤。</translation>
    </message>
    <message>
        <source>Nothing is said of silence.</source>
        <translation>没有写对方不出声时怎么办。</translation>
    </message>
    <message>
        <source>Nothing but silence never ends the call.</source>
        <translation>对方一直不出声，通话永远结束不了。</translation>
    </message>
    <message>
        <source>{variable} is not known of everybody: give it a fallback.</source>
        <translation>“{variable}”不是每个人都有：请写一个备用词。</translation>
    </message>
    <message>
        <source>The opening takes {seconds} seconds, more than {budget}.</source>
        <translation>开场要说 {seconds} 秒，超过了 {budget} 秒。</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>肯定</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否定</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>在忙</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>不出声</translation>
    </message>
    <message>
        <source>Refuses calls</source>
        <translation>拒接来电</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>没听清</translation>
    </message>
    <message>
        <source>In own words</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Interested</source>
        <translation>有意向</translation>
    </message>
    <message>
        <source>Call back later</source>
        <translation>改天再打</translation>
    </message>
    <message>
        <source>Not interested</source>
        <translation>没兴趣</translation>
    </message>
    <message>
        <source>No more calls</source>
        <translation>不再打扰</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无人应答</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>打错了</translation>
    </message>
    <message>
        <source>In Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Answer without words</source>
        <translation>没写说法的回答</translation>
    </message>
    <message>
        <source>Says nothing yet</source>
        <translation>还没有写要说的话</translation>
    </message>
    <message>
        <source>Untitled step</source>
        <translation>未命名步骤</translation>
    </message>
</context>
<context>
    <name>CallScriptsPage</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>开场</translation>
    </message>
    <message>
        <source>New call script</source>
        <translation>新话术</translation>
    </message>
    <message>
        <source>Call scripts taken over: {count}</source>
        <translation>已导入话术：{count} 套</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>已写入：{path}</translation>
    </message>
    <message>
        <source>Import call scripts</source>
        <translation>导入话术</translation>
    </message>
    <message>
        <source>Export the call script</source>
        <translation>导出话术</translation>
    </message>
    <message>
        <source>Call scripts</source>
        <translation>外呼话术</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>{count} 步</translation>
    </message>
</context>
<context>
    <name>CallWaterfall</name>
    <message>
        <source>In the segment</source>
        <translation>人群里</translation>
    </message>
    <message>
        <source>Reached with this script in the last {days} days</source>
        <translation>{days} 天内已用这份话术打通过</translation>
    </message>
    <message>
        <source>Can be called</source>
        <translation>可以拨打</translation>
    </message>
</context>
<context>
    <name>CallerCard</name>
    <message>
        <source>From the opening</source>
        <translation>从头再来</translation>
    </message>
    <message>
        <source>The script cannot be tried yet</source>
        <translation>话术还不能试讲</translation>
    </message>
    <message>
        <source>Faults that keep it from being called with: {count}. They are marked on the canvas.</source>
        <translation>还有 {count} 处问题挡着不能拨打，画布上都标出来了。</translation>
    </message>
</context>
<context>
    <name>CallingView</name>
    <message>
        <source>Pause: what was recorded stays</source>
        <translation>暂停：已记录的都会保留</translation>
    </message>
    <message>
        <source>Undo the last call</source>
        <translation>撤销上一通</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Not now: the person is on the next list again</source>
        <translation>先不打，下次名单里还会有</translation>
    </message>
    <message>
        <source>Note on this call</source>
        <translation>这通电话的备注</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Save and next</source>
        <translation>保存，下一位</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>{number} of {total} · {script}</source>
        <translation>第 {number} 位，共 {total} 位 · {script}</translation>
    </message>
</context>
<context>
    <name>CampaignsPage</name>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>{rows} rows are written to {file}.</source>
        <translation>已写入 {file}，共 {rows} 行。</translation>
    </message>
    <message>
        <source>{rows} rows are written to {count} files, from {file} on.</source>
        <translation>已写入 {count} 个文件，共 {rows} 行，从 {file} 开始。</translation>
    </message>
    <message>
        <source> {count} were left out at the last look.</source>
        <translation>最后核对时剔除了 {count} 人。</translation>
    </message>
</context>
<context>
    <name>CanvasBar</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>New step (N)</source>
        <translation>新步骤（N）</translation>
    </message>
    <message>
        <source>Put the steps in order (Ctrl+L)</source>
        <translation>自动整理（Ctrl+L）</translation>
    </message>
    <message>
        <source>Arrows as thick as their answers were given often</source>
        <translation>按回答次数加粗箭头</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+−)</source>
        <translation>缩小（Ctrl+−）</translation>
    </message>
    <message>
        <source>Show in full size (Ctrl+0)</source>
        <translation>恢复原大小（Ctrl+0）</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>放大（Ctrl++）</translation>
    </message>
    <message>
        <source>Show all (F)</source>
        <translation>显示全部（F）</translation>
    </message>
</context>
<context>
    <name>CanvasView</name>
    <message>
        <source>Canvas of the script</source>
        <translation>话术画布</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{title}. Answers: {answers}</source>
        <translation>{title}。回答：{answers}</translation>
    </message>
    <message>
        <source>{title}. No answers.</source>
        <translation>{title}。没有回答。</translation>
    </message>
</context>
<context>
    <name>CardEditor</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Back to all cards</source>
        <translation>返回全部卡片</translation>
    </message>
    <message>
        <source>Name of the card</source>
        <translation>卡片名称</translation>
    </message>
    <message>
        <source>Answers below the message</source>
        <translation>消息下方的快捷回复</translation>
    </message>
    <message>
        <source>Add: {panel} (at most {most})</source>
        <translation>添加{panel}（最多 {most} 个）</translation>
    </message>
    <message>
        <source>A tap on one answers, or does something</source>
        <translation>点一下即可回复，或执行动作</translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation>快捷回复 {number}</translation>
    </message>
    <message>
        <source>Your shop</source>
        <translation>您的店铺</translation>
    </message>
    <message>
        <source>Today 10:24</source>
        <translation>今天 10:24</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>Digital message</source>
        <translation>数字短信</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡片</translation>
    </message>
</context>
<context>
    <name>CardProblems</name>
    <message>
        <source>This vendor has no card of the kind “{kind}”.</source>
        <translation>该服务商没有“{kind}”这种卡片。</translation>
    </message>
    <message>
        <source>This kind needs at least {least} of them.</source>
        <translation>这种卡片至少要 {least} 个。</translation>
    </message>
    <message>
        <source>This kind has room for {most}; there are {count}.</source>
        <translation>这种卡片最多 {most} 个，现在有 {count} 个。</translation>
    </message>
    <message>
        <source>There is nothing on it: add a picture, a title or a text.</source>
        <translation>上面什么都没有：请加图片、标题或正文。</translation>
    </message>
    <message>
        <source>This must not be empty.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>This is not shown here.</source>
        <translation>此项在这里不显示。</translation>
    </message>
    <message>
        <source>{units} characters; {most} fit.</source>
        <translation>{units} 字，最多 {most} 字。</translation>
    </message>
    <message>
        <source>{units} characters with what the vendor wants on the card; {most} fit.</source>
        <translation>加上服务商要求的内容共 {units} 字，最多 {most} 字。</translation>
    </message>
    <message>
        <source>A line break is not allowed here.</source>
        <translation>此处不能换行。</translation>
    </message>
    <message>
        <source>{lines} lines; {most} fit.</source>
        <translation>{lines} 行，最多 {most} 行。</translation>
    </message>
    <message>
        <source>【】 may stand around the signature only.</source>
        <translation>【】 只能用在签名上。</translation>
    </message>
    <message>
        <source>The vendor would read “${{” as the start of a parameter.</source>
        <translation>服务商会把“${{”当成参数的开头。</translation>
    </message>
    <message>
        <source>｛ and ｝ are plain characters; a variable needs the others.</source>
        <translation>｛ ｝ 只是普通字符，变量要用半角花括号。</translation>
    </message>
    <message>
        <source>A variable is not closed.</source>
        <translation>有变量没有闭合。</translation>
    </message>
    <message>
        <source>A brace closes nothing; write it twice for the character itself.</source>
        <translation>有多余的花括号；要写花括号本身请写两个。</translation>
    </message>
    <message>
        <source>A variable has no name.</source>
        <translation>有变量没有名称。</translation>
    </message>
    <message>
        <source>There is no variable {name}.</source>
        <translation>没有变量 {name}。</translation>
    </message>
    <message>
        <source>The length limit of a variable is not a number from 1.</source>
        <translation>变量的长度上限须为正整数。</translation>
    </message>
    <message>
        <source>{count} variables; a text may have {most}.</source>
        <translation>用了 {count} 个变量，每段文字最多 {most} 个。</translation>
    </message>
    <message>
        <source>{count} variables; a card may have {most}.</source>
        <translation>用了 {count} 个变量，一张卡片最多 {most} 个。</translation>
    </message>
    <message>
        <source>“{name}” can get as long as it likes; click it and set a longest length.</source>
        <translation>“{name}”没有长度上限；请点它并设上限。</translation>
    </message>
    <message>
        <source>“{name}” can get too long; click it and set {most} characters at most.</source>
        <translation>“{name}”可能太长；请点它并设为最多 {most} 字。</translation>
    </message>
    <message>
        <source>“{name}” may be empty, which the vendor refuses; give it a fallback.</source>
        <translation>“{name}”可能为空，服务商不接受；请设默认值。</translation>
    </message>
    <message>
        <source>“{word}” is not taken.</source>
        <translation>不能使用“{word}”。</translation>
    </message>
    <message>
        <source>“{word}” may be refused at the review.</source>
        <translation>“{word}”可能过不了审核。</translation>
    </message>
    <message>
        <source>The card must say how to refuse, with {accepted}.</source>
        <translation>卡片上须写明退订方式：{accepted}。</translation>
    </message>
    <message>
        <source>A notification must not carry an opt-out wording.</source>
        <translation>通知类不能带退订语。</translation>
    </message>
    <message>
        <source>{count} buttons; {most} fit.</source>
        <translation>{count} 个按钮，最多 {most} 个。</translation>
    </message>
    <message>
        <source>This kind needs {least} button or more.</source>
        <translation>这种卡片至少要 {least} 个按钮。</translation>
    </message>
    <message>
        <source>The button needs words.</source>
        <translation>请填写按钮文字。</translation>
    </message>
    <message>
        <source>A tap on the picture does nothing on this kind of card.</source>
        <translation>这种卡片点图片没有反应。</translation>
    </message>
    <message>
        <source>This vendor shows no answers below a message.</source>
        <translation>该服务商不显示快捷回复。</translation>
    </message>
    <message>
        <source>“{action}” is not offered by this vendor.</source>
        <translation>该服务商不支持“{action}”。</translation>
    </message>
    <message>
        <source>Where does it lead? Type the address.</source>
        <translation>要打开哪里？请填写网址。</translation>
    </message>
    <message>
        <source>The address must begin with https://.</source>
        <translation>网址须以 https:// 开头。</translation>
    </message>
    <message>
        <source>This is no web address.</source>
        <translation>这不是网址。</translation>
    </message>
    <message>
        <source>The address has more than {most} characters.</source>
        <translation>网址超过 {most} 字。</translation>
    </message>
    <message>
        <source>The address loads a file; vendors refuse that.</source>
        <translation>网址会触发下载，服务商不接受。</translation>
    </message>
    <message>
        <source>This is no link of an app; it has a word and :// at its start.</source>
        <translation>这不是应用链接；开头应是“名称://”。</translation>
    </message>
    <message>
        <source>The package is written like com.taobao.taobao.</source>
        <translation>包名的写法如 com.taobao.taobao。</translation>
    </message>
    <message>
        <source>Type the number.</source>
        <translation>请填写号码。</translation>
    </message>
    <message>
        <source>This is no number that can be dialled ({form}).</source>
        <translation>这个号码拨不通（{form}）。</translation>
    </message>
    <message>
        <source>What does the message say?</source>
        <translation>请填写短信内容。</translation>
    </message>
    <message>
        <source>Type what is copied.</source>
        <translation>请填写要复制的内容。</translation>
    </message>
    <message>
        <source>What is copied may have {most} characters.</source>
        <translation>复制内容最多 {most} 字。</translation>
    </message>
    <message>
        <source>Type what comes back with the answer.</source>
        <translation>请填写回传内容。</translation>
    </message>
    <message>
        <source>What comes back may have {most} characters.</source>
        <translation>回传内容最多 {most} 字。</translation>
    </message>
    <message>
        <source>Write start and end, such as 2026-12-12 20:00 – 22:00.</source>
        <translation>请写起止时间，如 2026-12-12 20:00 – 22:00。</translation>
    </message>
    <message>
        <source>The end is not after the start.</source>
        <translation>结束时间须晚于开始时间。</translation>
    </message>
    <message>
        <source>What is noted in the calendar?</source>
        <translation>请填写日程标题。</translation>
    </message>
    <message>
        <source>Write latitude and longitude, such as 31.2304,121.4737.</source>
        <translation>请写纬度和经度，如 31.2304,121.4737。</translation>
    </message>
    <message>
        <source>A picture is missing.</source>
        <translation>缺少图片。</translation>
    </message>
    <message>
        <source>This kind shows no picture here.</source>
        <translation>这种卡片此处不显示图片。</translation>
    </message>
    <message>
        <source>The picture is not in the shop file any more.</source>
        <translation>店铺文件里已没有这张图片。</translation>
    </message>
    <message>
        <source>The vendor takes pictures as {types}.</source>
        <translation>服务商接受的图片格式：{types}。</translation>
    </message>
    <message>
        <source>The picture has {bytes}; {most} are allowed.</source>
        <translation>图片 {bytes}，上限 {most}。</translation>
    </message>
    <message>
        <source>The picture has {bytes}; below {aim} it loads fast.</source>
        <translation>图片 {bytes}，建议不超过 {aim}，打开更快。</translation>
    </message>
    <message>
        <source>The picture has {width} × {height}, not {ratio}.</source>
        <translation>图片为 {width} × {height}，比例不是 {ratio}。</translation>
    </message>
    <message>
        <source>In a carousel pictures cannot take the greatest height.</source>
        <translation>轮播中的图片不能用最大高度。</translation>
    </message>
    <message>
        <source>A video is missing.</source>
        <translation>缺少视频。</translation>
    </message>
    <message>
        <source>This kind shows no video.</source>
        <translation>这种卡片不显示视频。</translation>
    </message>
    <message>
        <source>The video is not in the shop file any more.</source>
        <translation>店铺文件里已没有这段视频。</translation>
    </message>
    <message>
        <source>The vendor takes videos as {types}.</source>
        <translation>服务商接受的视频格式：{types}。</translation>
    </message>
    <message>
        <source>The video has {bytes}; {most} are allowed.</source>
        <translation>视频 {bytes}，上限 {most}。</translation>
    </message>
    <message>
        <source>The video has {bytes}; below {aim} it loads fast.</source>
        <translation>视频 {bytes}，建议不超过 {aim}，打开更快。</translation>
    </message>
    <message>
        <source>The whole card has {bytes}; {most} are allowed.</source>
        <translation>整张卡片 {bytes}，上限 {most}。</translation>
    </message>
    <message>
        <source>“{action}” cannot be done there, so {makers} show no card.</source>
        <translation>{makers}不支持“{action}”，因此不显示卡片。</translation>
    </message>
    <message>
        <source>such as 400 820 8820 or 138 0013 8000</source>
        <translation>如 400 820 8820 或 138 0013 8000</translation>
    </message>
    <message>
        <source>with + and the country code</source>
        <translation>带 + 和国家代码</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Tap on the picture</source>
        <translation>点按图片</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>文字短信</translation>
    </message>
    <message>
        <source>Title of the digital message</source>
        <translation>数字短信标题</translation>
    </message>
    <message>
        <source>Opt-out</source>
        <translation>退订</translation>
    </message>
    <message>
        <source>Button {number}</source>
        <translation>按钮 {number}</translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation>快捷回复 {number}</translation>
    </message>
    <message>
        <source>{where}: {problem}</source>
        <translation>{where}：{problem}</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Picture and text</source>
        <translation>图文</translation>
    </message>
    <message>
        <source>Several pictures</source>
        <translation>多图文</translation>
    </message>
    <message>
        <source>Carousel 1:1</source>
        <translation>轮播 1:1</translation>
    </message>
    <message>
        <source>Carousel 16:9</source>
        <translation>轮播 16:9</translation>
    </message>
    <message>
        <source>Carousel 48:65</source>
        <translation>轮播 48:65</translation>
    </message>
    <message>
        <source>Horizontal scroll</source>
        <translation>横滑</translation>
    </message>
    <message>
        <source>Long text</source>
        <translation>长文本</translation>
    </message>
    <message>
        <source>Video and text</source>
        <translation>视频图文</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>电商商品</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>红包卡券</translation>
    </message>
    <message>
        <source>Rich card</source>
        <translation>富卡片</translation>
    </message>
    <message>
        <source>Rich card carousel</source>
        <translation>富卡片轮播</translation>
    </message>
    <message>
        <source>One offer; every maker shows it</source>
        <translation>讲一件事，各厂商都能显示</translation>
    </message>
    <message>
        <source>A large picture and a few rows</source>
        <translation>一张大图加几行小图</translation>
    </message>
    <message>
        <source>Square pictures to swipe through</source>
        <translation>可滑动的方图</translation>
    </message>
    <message>
        <source>Wide pictures to swipe through</source>
        <translation>可滑动的宽图</translation>
    </message>
    <message>
        <source>Posters to swipe through</source>
        <translation>可滑动的海报</translation>
    </message>
    <message>
        <source>Small products side by side</source>
        <translation>并排的小商品</translation>
    </message>
    <message>
        <source>News that needs words</source>
        <translation>需要多说几句的通知</translation>
    </message>
    <message>
        <source>A short video with its text</source>
        <translation>一段短视频配文字</translation>
    </message>
    <message>
        <source>A product with its price</source>
        <translation>一件商品和它的价格</translation>
    </message>
    <message>
        <source>An amount to save, and until when</source>
        <translation>优惠金额和有效期</translation>
    </message>
    <message>
        <source>One card with answers to tap</source>
        <translation>一张带快捷回复的卡片</translation>
    </message>
    <message>
        <source>Cards to swipe through, each with answers</source>
        <translation>可滑动的卡片，各带快捷回复</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Price before</source>
        <translation>原价</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>使用条件</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Open a web page</source>
        <translation>打开网页</translation>
    </message>
    <message>
        <source>Open an app</source>
        <translation>打开应用</translation>
    </message>
    <message>
        <source>Call a number</source>
        <translation>拨打电话</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>发短信</translation>
    </message>
    <message>
        <source>Copy a code</source>
        <translation>复制口令</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>快捷回复</translation>
    </message>
    <message>
        <source>Note in the calendar</source>
        <translation>加入日历</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>查看地图</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Link of the app</source>
        <translation>应用链接</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>What comes back</source>
        <translation>回传内容</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>起止时间</translation>
    </message>
    <message>
        <source>Latitude, longitude</source>
        <translation>纬度,经度</translation>
    </message>
    <message>
        <source>Huawei</source>
        <translation>华为</translation>
    </message>
    <message>
        <source>Xiaomi</source>
        <translation>小米</translation>
    </message>
    <message>
        <source>OPPO</source>
        <translation>OPPO</translation>
    </message>
    <message>
        <source>vivo</source>
        <translation>vivo</translation>
    </message>
    <message>
        <source>Samsung</source>
        <translation>三星</translation>
    </message>
    <message>
        <source>Honor</source>
        <translation>荣耀</translation>
    </message>
    <message>
        <source>Google</source>
        <translation>谷歌</translation>
    </message>
    <message>
        <source>Slide {number}</source>
        <translation>第 {number} 页</translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>Item {number}</source>
        <translation>第 {number} 项</translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation>第 {number} 部分</translation>
    </message>
</context>
<context>
    <name>CardsPage</name>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Messages with pictures and buttons, and a text for phones that show none.</source>
        <translation>带图片和按钮的短信；显示不了卡片的手机会收到文字。</translation>
    </message>
    <message>
        <source>New card</source>
        <translation>新建卡片</translation>
    </message>
    <message>
        <source>Find by name, text or pinyin</source>
        <translation>按名称、内容或拼音查找</translation>
    </message>
    <message>
        <source>Your cards</source>
        <translation>我的卡片</translation>
    </message>
    <message>
        <source>Ready-made cards</source>
        <translation>现成卡片</translation>
    </message>
    <message>
        <source>No cards yet</source>
        <translation>还没有卡片</translation>
    </message>
    <message>
        <source>Build your first card, or begin with one of the ready-made cards below.</source>
        <translation>制作第一张卡片，或从下面的现成卡片开始。</translation>
    </message>
    <message>
        <source>No card like that</source>
        <translation>没有这样的卡片</translation>
    </message>
</context>
<context>
    <name>CategoryCard</name>
    <message>
        <source>Name of the category</source>
        <translation>类目名称</translation>
    </message>
    <message>
        <source>Close the category</source>
        <translation>关闭类目</translation>
    </message>
    <message>
        <source>Products with one of these words in the title belong here, unless a category above this one takes them first.</source>
        <translation>标题里有其中任何一个词的商品归到这里；排在前面的类目优先。</translation>
    </message>
    <message>
        <source>Another keyword</source>
        <translation>再加一个关键词</translation>
    </message>
    <message>
        <source>Delete the category</source>
        <translation>删除类目</translation>
    </message>
    <message>
        <source>{keyword} ×</source>
        <translation>{keyword} ×</translation>
    </message>
    <message>
        <source>Remove the keyword {keyword}</source>
        <translation>去掉关键词“{keyword}”</translation>
    </message>
    <message>
        <source>“{keyword}” takes {count} products, {new} of them without a category so far.</source>
        <translation>“{keyword}”会归入 {count} 个商品，其中 {new} 个目前没有类目。</translation>
    </message>
    <message>
        <source>“{keyword}” takes nothing new.</source>
        <translation>“{keyword}”不会带来新的商品。</translation>
    </message>
    <message>
        <source>{count} more have the word and stay where they are.</source>
        <translation>另有 {count} 个商品也有这个词，仍留在原处。</translation>
    </message>
</context>
<context>
    <name>CategoryTable</name>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>销售额</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>无类目</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>Between two days</source>
        <translation>两天对比</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>From the day</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>To the day</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>From the end of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>to</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Stayed</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>新进</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Which rows made the difference</source>
        <translation>是哪些条件带来的变化</translation>
    </message>
    <message>
        <source>Whoever several rows let in or put out is counted at each of them.</source>
        <translation>由几个条件共同带来的人，在每个条件上都计一次。</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>哪些人</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>没有人</translation>
    </message>
    <message>
        <source>The first day has to be before the second.</source>
        <translation>起始日期要早于截止日期。</translation>
    </message>
    <message>
        <source>{count} of them new to the shop</source>
        <translation>其中 {count} 人是店里的新客</translation>
    </message>
    <message>
        <source>Came {count}</source>
        <translation>新进 {count}</translation>
    </message>
    <message>
        <source>Left {count}</source>
        <translation>离开 {count}</translation>
    </message>
    <message>
        <source>let in</source>
        <translation>放进</translation>
    </message>
    <message>
        <source>put out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>There are no conditions: everybody matches.</source>
        <translation>没有条件，所有人都符合。</translation>
    </message>
</context>
<context>
    <name>ChannelBlock</name>
    <message>
        <source>Opted out</source>
        <translation>退订</translation>
    </message>
    <message>
        <source>Record an opt-out: {channel}</source>
        <translation>登记退订：{channel}</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Record consent: {channel}</source>
        <translation>登记同意：{channel}</translation>
    </message>
    <message>
        <source>{count} older entries are in the timeline.</source>
        <translation>更早的 {count} 条见时间线。</translation>
    </message>
    <message>
        <source>{state}, {time}</source>
        <translation>{state}，{time}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Take back: {state}, {time}</source>
        <translation>撤回：{state}，{time}</translation>
    </message>
</context>
<context>
    <name>ChecksCard</name>
    <message>
        <source>What each vendor would say</source>
        <translation>各服务商会怎么审</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>For {vendor}: {suggestion}</source>
        <translation>{vendor}：{suggestion}</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>The vendor&apos;s rules are kept; the card can be exported.</source>
        <translation>符合服务商规则，可以导出。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Show: {problem}</source>
        <translation>查看：{problem}</translation>
    </message>
    <message>
        <source>{count} to mend</source>
        <translation>{count} 处要改</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>{count} 处留意</translation>
    </message>
    <message>
        <source>all fine</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>Show in the text: {rule}</source>
        <translation>在文中查看：{rule}</translation>
    </message>
    <message>
        <source>Rules of the platforms</source>
        <translation>平台规则</translation>
    </message>
    <message>
        <source>{platform}: {count} to check</source>
        <translation>{platform}：{count} 处需留意</translation>
    </message>
    <message>
        <source>{platform}: nothing to mind</source>
        <translation>{platform}：没有问题</translation>
    </message>
    <message>
        <source>Nothing can be filled in until what is marked red is fixed.</source>
        <translation>红色标出的地方改好之前，无法为买家填写变量。</translation>
    </message>
    <message>
        <source>It can be saved; what is underlined above may get the shop a warning.</source>
        <translation>可以保存；但上面划线的地方可能让店铺被警告。</translation>
    </message>
    <message>
        <source>Length, forbidden words and contact data: nothing to mind.</source>
        <translation>字数、违禁词、联系方式都没有问题。</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Use “{text}”</source>
        <translation>使用“{text}”</translation>
    </message>
</context>
<context>
    <name>ChoicePart</name>
    <message>
        <source>Find or type a value</source>
        <translation>查找或输入</translation>
    </message>
    <message>
        <source>Find a value</source>
        <translation>查找</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Who gets what</source>
        <translation>发给谁、发什么</translation>
    </message>
    <message>
        <source>No text yet</source>
        <translation>还没有模板</translation>
    </message>
    <message>
        <source> quiet days</source>
        <translation> 天静默</translation>
    </message>
    <message>
        <source>Quiet days</source>
        <translation>静默天数</translation>
    </message>
    <message>
        <source>Who got a message in so many days gets none now. 0 leaves the step out.</source>
        <translation>这些天内已触达的人，这次不再发送。填 0 则不做这一步。</translation>
    </message>
    <message>
        <source>Only with recorded consent</source>
        <translation>仅限已记录同意的人</translation>
    </message>
    <message>
        <source>Marketing goes only to people whose consent is recorded</source>
        <translation>营销短信只发给已记录同意的人</translation>
    </message>
    <message>
        <source>Price of a part</source>
        <translation>每条单价</translation>
    </message>
    <message>
        <source> a part</source>
        <translation> / 条</translation>
    </message>
    <message>
        <source>What your SMS provider takes for one part</source>
        <translation>短信服务商每条收多少钱</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全部会员</translation>
    </message>
</context>
<context>
    <name>ChooseView</name>
    <message>
        <source>Back to the script</source>
        <translation>返回话术</translation>
    </message>
    <message>
        <source>Whoever must not be called is not on the list, whatever is chosen.</source>
        <translation>不能打扰的人，无论怎么选都不会在名单里。</translation>
    </message>
    <message>
        <source>Who is called</source>
        <translation>打给谁</translation>
    </message>
    <message>
        <source>Call with “{name}”</source>
        <translation>用“{name}”打电话</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>This person has no phone that can be called, or does not want calls.</source>
        <translation>这位没有可以拨打的电话，或者不愿意接电话。</translation>
    </message>
    <message>
        <source>This person can be called.</source>
        <translation>可以打给这位。</translation>
    </message>
    <message>
        <source>Start: {count} people</source>
        <translation>开始拨打：{count} 人</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始拨打</translation>
    </message>
</context>
<context>
    <name>ColumnsPopover</name>
    <message>
        <source>Columns</source>
        <translation>列设置</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>Move {column} to the left</source>
        <translation>把“{column}”左移</translation>
    </message>
    <message>
        <source>Move {column} to the right</source>
        <translation>把“{column}”右移</translation>
    </message>
</context>
<context>
    <name>ConflictsCard</name>
    <message>
        <source>Written differently on two PCs</source>
        <translation>两台电脑写得不一样</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Nothing is lost: choose which words stay.</source>
        <translation>两边的内容都还在：选择保留哪一边。</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>另一种</translation>
    </message>
    <message>
        <source>Used now</source>
        <translation>现在用</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>保留这个</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>ConsentCard</name>
    <message>
        <source>Consent</source>
        <translation>接收意愿</translation>
    </message>
    <message>
        <source>Opt out of SMS</source>
        <translation>退订短信</translation>
    </message>
    <message>
        <source>Record consent</source>
        <translation>记录同意</translation>
    </message>
    <message>
        <source>{source}, {time}</source>
        <translation>{source}，{time}</translation>
    </message>
</context>
<context>
    <name>ConsentConfirmation</name>
    <message>
        <source>This member opted out. Record consent only if they have agreed again themselves.</source>
        <translation>这位会员已退订。只有本人重新同意，才能登记同意。</translation>
    </message>
    <message>
        <source>Keep the opt-out</source>
        <translation>保留退订</translation>
    </message>
    <message>
        <source>They agreed again</source>
        <translation>本人已重新同意</translation>
    </message>
</context>
<context>
    <name>ConsentEditor</name>
    <message>
        <source>SMS</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>接收意愿</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>出了点问题</translation>
    </message>
    <message>
        <source>This step was not finished and your data is as it was before it. You can go on working. The report below holds lines of program code only, no data of your shop.</source>
        <translation>这一步没有完成，数据还是之前的样子，您可以继续使用。下面的报告只有程序代码行，不含店铺数据。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续使用</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>CropFrame</name>
    <message>
        <source>Point that stays in sight</source>
        <translation>始终保留的焦点</translation>
    </message>
    <message>
        <source>{across} from the left, {down} from the top. Arrow keys move it.</source>
        <translation>距左 {across}，距上 {down}。方向键可移动。</translation>
    </message>
</context>
<context>
    <name>CutList</name>
    <message>
        <source>The cheapest cuts</source>
        <translation>最划算的删减</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>1 person needs</source>
        <translation>1 人</translation>
    </message>
    <message>
        <source>{count} people need</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>Drop 1 character: {people} fewer parts, saves {saved}</source>
        <translation>删 1 个字：{people}条数变少，省 {saved}</translation>
    </message>
    <message>
        <source>Drop {count} characters: {people} fewer parts, saves {saved}</source>
        <translation>删 {count} 个字：{people}条数变少，省 {saved}</translation>
    </message>
    <message>
        <source>Leave out “{words}”: {people} fewer parts, saves {saved}</source>
        <translation>去掉“{words}”：{people}条数变少，省 {saved}</translation>
    </message>
    <message>
        <source>{variable} with {count} characters at most: {people} fewer parts, saves {saved}</source>
        <translation>{variable}最多 {count} 个字：{people}条数变少，省 {saved}</translation>
    </message>
</context>
<context>
    <name>CutsEditor</name>
    <message>
        <source>R  days since the last order</source>
        <translation>R  距上次下单天数</translation>
    </message>
    <message>
        <source>F  orders</source>
        <translation>F  下单笔数</translation>
    </message>
    <message>
        <source>M  money spent</source>
        <translation>M  累计实付</translation>
    </message>
</context>
<context>
    <name>DataDialog</name>
    <message>
        <source>All data of this member</source>
        <translation>导出这位会员的全部资料</translation>
    </message>
    <message>
        <source>Everything known about one person in a file, for a person who asks for it.</source>
        <translation>把关于这位会员的全部资料写进一个文件，供本人索取时提供。</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 表格</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>member-{number}</source>
        <translation>会员-{number}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The member asked for it</source>
        <translation>本人要求</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>经手人</translation>
    </message>
    <message>
        <source>Kept in the log of exports, in the settings.</source>
        <translation>会记入设置里的导出记录。</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>写入文件</translation>
    </message>
    <message>
        <source>{name} is there already and will be replaced.</source>
        <translation>{name} 已存在，将被替换。</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>下个月</translation>
    </message>
</context>
<context>
    <name>DaySlider</name>
    <message>
        <source>Day the segment is asked on</source>
        <translation>人群截至的日期</translation>
    </message>
</context>
<context>
    <name>DaysPopover</name>
    <message>
        <source>May be used</source>
        <translation>可以使用的日期</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>The last day is before the first.</source>
        <translation>结束日期早于开始日期。</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>“{title}” is deleted.</source>
        <translation>已删除“{title}”。</translation>
    </message>
    <message>
        <source>Deleted: {replies}.</source>
        <translation>已删除 {replies}。</translation>
    </message>
    <message>
        <source>“{title}” is back.</source>
        <translation>“{title}”已恢复。</translation>
    </message>
    <message>
        <source>The group “{name}” is deleted. In no group now: {replies}.</source>
        <translation>分组“{name}”已删除，组里的 {replies}移到“未分组”。</translation>
    </message>
    <message>
        <source>The group “{name}” is deleted.</source>
        <translation>已删除分组“{name}”。</translation>
    </message>
    <message>
        <source>The words you chose stay.</source>
        <translation>已按您选的保留。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Added: {replies}.</source>
        <translation>已添加 {replies}。</translation>
    </message>
    <message>
        <source>Changed: {replies}.</source>
        <translation>已修改 {replies}。</translation>
    </message>
    <message>
        <source>The group “{name}” is changed.</source>
        <translation>分组“{name}”已修改。</translation>
    </message>
</context>
<context>
    <name>DeletedCard</name>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Deleted {time}. It can be brought back from here for 90 days.</source>
        <translation>删除于 {time}。90 天内可在这里恢复。</translation>
    </message>
</context>
<context>
    <name>DetailsCard</name>
    <message>
        <source>Where and when</source>
        <translation>归属与使用范围</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>such as th</source>
        <translation>例如 th</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷编码</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>any day</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Shared part of other replies</source>
        <translation>作为共用片段供其他回复引用</translation>
    </message>
    <message>
        <source>in no group</source>
        <translation>未分组</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Others name it as {example}; edited here, all of them say it anew.</source>
        <translation>其他回复写 {example} 来引用；在这里改一次，所有引用处都更新。</translation>
    </message>
    <message>
        <source>Take the tag “{tag}” away</source>
        <translation>去掉标签“{tag}”</translation>
    </message>
    <message>
        <source>+ Tag</source>
        <translation>+ 标签</translation>
    </message>
    <message>
        <source>Tag of this reply</source>
        <translation>这条回复的标签</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>加上</translation>
    </message>
    <message>
        <source>all platforms</source>
        <translation>全部平台</translation>
    </message>
    <message>
        <source>Platforms: {names}</source>
        <translation>平台：{names}</translation>
    </message>
    <message>
        <source>The last day is before the first.</source>
        <translation>结束日期早于开始日期。</translation>
    </message>
</context>
<context>
    <name>DetailsView</name>
    <message>
        <source>Write the file again…</source>
        <translation>重新生成文件…</translation>
    </message>
    <message>
        <source>Write the file…</source>
        <translation>生成文件…</translation>
    </message>
    <message>
        <source>prepared {time}</source>
        <translation>准备于 {time}</translation>
    </message>
    <message>
        <source>Frozen, but no file was written yet. Nobody counts as written to.</source>
        <translation>已定稿，但还没有生成文件，不算触达任何人。</translation>
    </message>
    <message>
        <source>{rows} messages were handed off {time}.</source>
        <translation>{time} 已交接 {rows} 条短信。</translation>
    </message>
    <message>
        <source> {count} opted out after freezing and were left out.</source>
        <translation>{count} 人在定稿后退订，已剔除。</translation>
    </message>
    <message>
        <source> {count} had got another message meanwhile and were left out.</source>
        <translation>{count} 人期间收到了别的短信，已剔除。</translation>
    </message>
    <message>
        <source>Who got it</source>
        <translation>发给了谁</translation>
    </message>
    <message>
        <source>Frozen texts</source>
        <translation>定稿的短信</translation>
    </message>
    <message>
        <source>Previous text</source>
        <translation>上一条</translation>
    </message>
    <message>
        <source>Next text</source>
        <translation>下一条</translation>
    </message>
    <message>
        <source>There is no text here.</source>
        <translation>这里没有短信。</translation>
    </message>
    <message>
        <source>1 part</source>
        <translation>计费 1 条</translation>
    </message>
    <message>
        <source>{parts} parts</source>
        <translation>计费 {parts} 条</translation>
    </message>
    <message>
        <source>SMS to {phone}</source>
        <translation>发给 {phone} 的短信</translation>
    </message>
</context>
<context>
    <name>DifferencesPanel</name>
    <message>
        <source>Compared with the rest of the shop</source>
        <translation>与店里其他人相比</translation>
    </message>
    <message>
        <source>More often</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Less often</source>
        <translation>更少</translation>
    </message>
    <message>
        <source>Which differences</source>
        <translation>看哪些差异</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>本人群</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>Add as a condition</source>
        <translation>加为条件</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Nobody matches, so there is nothing to compare.</source>
        <translation>没有人符合，无从比较。</translation>
    </message>
    <message>
        <source>Everybody matches: there is no rest to compare with. Add a condition.</source>
        <translation>所有人都符合，没有其他人可比。请先加一个条件。</translation>
    </message>
    <message>
        <source>Nothing is clearly rarer here than in the rest of the shop.</source>
        <translation>没有哪个特征明显少于店里其他人。</translation>
    </message>
    <message>
        <source>Nothing is clearly more frequent here than in the rest of the shop.</source>
        <translation>没有哪个特征明显多于店里其他人。</translation>
    </message>
    <message>
        <source>No clear difference: either the people are alike, or too few to tell.</source>
        <translation>没有明显差异：要么人群相似，要么人数太少看不出来。</translation>
    </message>
</context>
<context>
    <name>DocumentHeader</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>重做（Ctrl+Shift+Z）</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>历史版本</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>changed {day}</source>
        <translation>修改于 {day}</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>尚未保存</translation>
    </message>
</context>
<context>
    <name>DocumentList</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Try fewer letters, or another folder.</source>
        <translation>少打几个字，或换个文件夹试试。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Move to {folder}</source>
        <translation>移到 {folder}</translation>
    </message>
    <message>
        <source>Move to a new folder…</source>
        <translation>移到新文件夹…</translation>
    </message>
    <message>
        <source>Take out of the folder</source>
        <translation>移出文件夹</translation>
    </message>
    <message>
        <source>In no folder</source>
        <translation>未归类</translation>
    </message>
    <message>
        <source>All folders</source>
        <translation>全部文件夹</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>“{name}” is a copy now.</source>
        <translation>已复制为“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” is in {folder} now.</source>
        <translation>“{name}”已移到 {folder}。</translation>
    </message>
    <message>
        <source>“{name}” is in no folder any more.</source>
        <translation>“{name}”已移出文件夹。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>“{name}” is deleted.</source>
        <translation>已删除“{name}”。</translation>
    </message>
</context>
<context>
    <name>DoublesView</name>
    <message>
        <source>Possibly the same person</source>
        <translation>可能是同一人</translation>
    </message>
    <message>
        <source>Merge all</source>
        <translation>全部合并</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Nothing is merged by itself here. Merging and keeping apart can both be undone.</source>
        <translation>这里不会自动合并；合并与“不是同一人”都可以撤销。</translation>
    </message>
    <message>
        <source>{count} pairs have the same phone and the same name.</source>
        <translation>有 {count} 对会员手机号和姓名都相同。</translation>
    </message>
    <message>
        <source>{shown} of {count} pairs are shown; the next ones follow as these are decided.</source>
        <translation>显示 {count} 对中的 {shown} 对，处理后会继续显示其余的。</translation>
    </message>
    <message>
        <source>Nobody seems to be here twice</source>
        <translation>没有疑似重复的会员</translation>
    </message>
    <message>
        <source>After the next import this page looks again: same phone, same name and street.</source>
        <translation>下次导入后会再次查找：手机号相同，或姓名和街道都相同。</translation>
    </message>
    <message>
        <source>Merge all {count}</source>
        <translation>全部合并（{count} 对）</translation>
    </message>
</context>
<context>
    <name>DraftTable</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷编码</translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Drag, or Alt+↑ and Alt+↓</source>
        <translation>拖动，或按 Alt+↑、Alt+↓</translation>
    </message>
    <message>
        <source>Drag to another place</source>
        <translation>拖到别的位置</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Drop a picture here</source>
        <translation>把图片拖到这里</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>正在读取 {file}…</translation>
    </message>
</context>
<context>
    <name>EditView</name>
    <message>
        <source>Text to change before it is copied</source>
        <translation>复制前修改的内容</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>EditorHeader</name>
    <message>
        <source>Back to all templates</source>
        <translation>返回全部模板</translation>
    </message>
    <message>
        <source>Name of the text</source>
        <translation>模板名称</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>短信服务商</translation>
    </message>
    <message>
        <source>Whose rules and bill the text is written for</source>
        <translation>按哪家的规则审核和计费</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Use in campaign</source>
        <translation>用于活动</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>marketing</source>
        <translation>营销</translation>
    </message>
    <message>
        <source>notification</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>used in 1 campaign</source>
        <translation>用于 1 个活动</translation>
    </message>
    <message>
        <source>used in {count} campaigns</source>
        <translation>用于 {count} 个活动</translation>
    </message>
</context>
<context>
    <name>EditorSide</name>
    <message>
        <source>No reply chosen</source>
        <translation>还没有选择回复</translation>
    </message>
    <message>
        <source>Choose one in the list to work on it.</source>
        <translation>在列表中选一条来编辑。</translation>
    </message>
    <message>
        <source>The changes are thrown away.</source>
        <translation>已放弃修改。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Words of {replies} are not saved.</source>
        <translation>有 {replies}的修改还没保存。</translation>
    </message>
    <message>
        <source>Words of “{title}” are not saved.</source>
        <translation>“{title}”的修改还没保存。</translation>
    </message>
    <message>
        <source>Back to it</source>
        <translation>回去修改</translation>
    </message>
</context>
<context>
    <name>EditorTabs</name>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试打</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>View of the script</source>
        <translation>话术视图</translation>
    </message>
</context>
<context>
    <name>EditorTools</name>
    <message>
        <source>Version {number} · {time}</source>
        <translation>第 {number} 版 · {time}</translation>
    </message>
    <message>
        <source>Copy as a template for {vendor}</source>
        <translation>复制为{vendor}的报备模板</translation>
    </message>
    <message>
        <source>Copied with the variables of {vendor}.</source>
        <translation>已按{vendor}的变量格式复制。</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Reading the replies…</source>
        <translation>正在读取回复…</translation>
    </message>
    <message>
        <source>No replies yet</source>
        <translation>还没有快捷回复</translation>
    </message>
    <message>
        <source>Begin with ready-made ones for shops, and change them to how you speak.</source>
        <translation>先用现成的店铺话术，再改成您自己的说法。</translation>
    </message>
    <message>
        <source>Take the ready-made replies</source>
        <translation>使用现成话术</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Customers ask this? Write the answer once, and it is here the next time.</source>
        <translation>买家常问这个？写一次，下次直接用。</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>写一条</translation>
    </message>
    <message>
        <source>What do they ask?</source>
        <translation>买家在问什么？</translation>
    </message>
    <message>
        <source>Type a few letters. Replies that are pinned or taken often will stand here.</source>
        <translation>输入几个字母就能找到。置顶的和常用的回复会排在这里。</translation>
    </message>
</context>
<context>
    <name>EndView</name>
    <message>
        <source>The list is at its end</source>
        <translation>名单打完了</translation>
    </message>
    <message>
        <source>Back to the script</source>
        <translation>返回话术</translation>
    </message>
    <message>
        <source>Another list</source>
        <translation>换一份名单</translation>
    </message>
    <message>
        <source>Undo the last call</source>
        <translation>撤销上一通</translation>
    </message>
    <message>
        <source>{count} calls recorded</source>
        <translation>记录了 {count} 通</translation>
    </message>
    <message>
        <source>{count} skipped, they are on the next list</source>
        <translation>跳过 {count} 位，下次名单里还有</translation>
    </message>
    <message>
        <source>{count} not called: refused meanwhile</source>
        <translation>{count} 位没打：期间已拒绝来电</translation>
    </message>
</context>
<context>
    <name>EndsCard</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation>最短</translation>
    </message>
    <message>
        <source>Which text</source>
        <translation>看哪一条</translation>
    </message>
    <message>
        <source>Nobody gets a text yet.</source>
        <translation>还没有人会收到短信。</translation>
    </message>
    <message>
        <source>1 part</source>
        <translation>1 条</translation>
    </message>
    <message>
        <source>{parts} parts</source>
        <translation>{parts} 条</translation>
    </message>
    <message>
        <source>{units} characters · {parts}</source>
        <translation>{units} 字 · 计费 {parts}</translation>
    </message>
    <message>
        <source>SMS · now</source>
        <translation>短信 · 刚刚</translation>
    </message>
</context>
<context>
    <name>EntryTable</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase {name}</source>
        <translation>抹除“{name}”</translation>
    </message>
    <message>
        <source>For a person who asks for it. This is the one thing here that cannot be undone.</source>
        <translation>供本人要求删除个人信息时使用。这是唯一无法撤销的操作。</translation>
    </message>
    <message>
        <source>This goes, from the file and its search</source>
        <translation>将从数据文件和搜索中清除</translation>
    </message>
    <message>
        <source>This stays</source>
        <translation>将保留</translation>
    </message>
    <message>
        <source>Orders, with amounts, products and place, but of nobody</source>
        <translation>订单（金额、商品、省市），不再属于任何人</translation>
    </message>
    <message>
        <source>A coded trace of the identities stays too, so that an import does not bring this person back.</source>
        <translation>另外保留身份的加密摘要，避免以后导入时又把此人带回来。</translation>
    </message>
    <message>
        <source>Others have the same phone: {count}. They stay; if they are the same person, merge them first.</source>
        <translation>另有 {count} 位会员手机号相同，会保留；如果是同一人，请先合并。</translation>
    </message>
    <message>
        <source>Backups that hold this person: {count}. Replace them in the settings afterwards; files that you have copied elsewhere are not touched.</source>
        <translation>有 {count} 个备份仍含此人的信息，抹除后请到设置里替换；您另外复制的文件不受影响。</translation>
    </message>
    <message>
        <source>Erase this person for good</source>
        <translation>永久抹除此人的信息</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>抹除</translation>
    </message>
    <message>
        <source>Identities: nicks, phones, e-mails, buyer numbers</source>
        <translation>身份：昵称、手机号、邮箱、买家编号</translation>
    </message>
    <message>
        <source>What files say: names, places, phones</source>
        <translation>文件里的资料：姓名、地区、手机号</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Consent entries</source>
        <translation>接收意愿记录</translation>
    </message>
    <message>
        <source>Messages to them, in prepared and sent audiences</source>
        <translation>发给此人的消息（含待发与已发）</translation>
    </message>
    <message>
        <source>Calls, with what was noted of them</source>
        <translation>电话记录，包括当时记下的内容</translation>
    </message>
    <message>
        <source>Which replies they got in chats</source>
        <translation>聊天里发过的回复记录</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export members</source>
        <translation>导出会员</translation>
    </message>
    <message>
        <source>{count} people with the columns of the list: {columns}. The export is logged.</source>
        <translation>共 {count} 人，包含列表中的列：{columns}。导出会记入日志。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What is it for? (optional)</source>
        <translation>用途（可不填）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>{file} is there already and is replaced when you export.</source>
        <translation>{file} 已存在，导出时会被替换。</translation>
    </message>
    <message>
        <source>Export the card</source>
        <translation>导出卡片</translation>
    </message>
    <message>
        <source>The files that {vendor} wants, written on this computer; nothing is sent.</source>
        <translation>按{vendor}的要求把文件写到本机，不会发送任何内容。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Address of the pictures</source>
        <translation>图片地址</translation>
    </message>
    <message>
        <source>For a test only</source>
        <translation>仅用于测试</translation>
    </message>
    <message>
        <source>With a picture of the phones</source>
        <translation>附手机预览图</translation>
    </message>
    <message>
        <source>All phones</source>
        <translation>全部手机</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>存为 PNG…</translation>
    </message>
    <message>
        <source>Copy the JSON</source>
        <translation>复制 JSON</translation>
    </message>
    <message>
        <source>Write the folder</source>
        <translation>写入文件夹</translation>
    </message>
    <message>
        <source>Choose where the folder goes.</source>
        <translation>请选择文件夹放在哪里。</translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <translation>没有文件夹 {path}。</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新文件夹</translation>
    </message>
    <message>
        <source>Pictures at</source>
        <translation>图片位于</translation>
    </message>
    <message>
        <source>Where you will put them, if you upload them yourself. Empty: they stand in the file by their names.</source>
        <translation>如果自行上传图片，填它们所在的地址；留空则文件里只写图片名。</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>另外</translation>
    </message>
    <message>
        <source>Only the phones</source>
        <translation>只要预览</translation>
    </message>
    <message>
        <source>A picture to show, with twice the pixels.</source>
        <translation>两倍像素的预览图，方便给人看。</translation>
    </message>
    <message>
        <source>The vendor would refuse the card; mend this first. The picture of the phones can be saved.</source>
        <translation>这样的卡片服务商不会收，请先修改。预览图仍可保存。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Show: {problem}</source>
        <translation>查看：{problem}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 处</translation>
    </message>
    <message>
        <source>Where to put the folder</source>
        <translation>文件夹放在哪里</translation>
    </message>
    <message>
        <source>Save as PNG</source>
        <translation>存为 PNG</translation>
    </message>
    <message>
        <source>{count} files are in {folder}.</source>
        <translation>已写入 {count} 个文件：{folder}</translation>
    </message>
    <message>
        <source>The JSON is in the clipboard.</source>
        <translation>JSON 已复制。</translation>
    </message>
    <message>
        <source>The picture is at {path}.</source>
        <translation>图片已保存：{path}</translation>
    </message>
    <message>
        <source>Export replies</source>
        <translation>导出回复</translation>
    </message>
    <message>
        <source>Variables are written as the other program writes them.</source>
        <translation>变量会换成对方软件的写法。</translation>
    </message>
    <message>
        <source>For</source>
        <translation>导出为</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>快捷回复</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>All data of one member</source>
        <translation>一位会员的全部资料</translation>
    </message>
    <message>
        <source>A list of members</source>
        <translation>会员名单</translation>
    </message>
    <message>
        <source>A segment</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>An audience</source>
        <translation>人群包</translation>
    </message>
    <message>
        <source>A list of calls for platforms</source>
        <translation>给平台的外呼名单</translation>
    </message>
</context>
<context>
    <name>ExportsCard</name>
    <message>
        <source>Exports of personal data</source>
        <translation>个人信息导出记录</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>显示更早的</translation>
    </message>
    <message>
        <source>Who took which people&apos;s data out of the program, and why.</source>
        <translation>谁在什么时候、因为什么导出了哪些人的信息。</translation>
    </message>
    <message>
        <source>Nothing was exported yet. Every export of people&apos;s data is written down here.</source>
        <translation>还没有导出过。每次导出个人信息都会记在这里。</translation>
    </message>
    <message>
        <source>people: {count}</source>
        <translation>{count} 人</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>Close the member</source>
        <translation>关闭会员详情</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>完整页面</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>累计实付</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>购买次数</translation>
    </message>
    <message>
        <source>Average order</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>上次下单</translation>
    </message>
    <message>
        <source>First order</source>
        <translation>首次下单</translation>
    </message>
    <message>
        <source>Member since</source>
        <translation>入会时间</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
</context>
<context>
    <name>FallbackCard</name>
    <message>
        <source>For phones that show no card</source>
        <translation>显示不了卡片的手机</translation>
    </message>
    <message>
        <source>Title of the digital message</source>
        <translation>数字短信标题</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>文字短信</translation>
    </message>
    <message>
        <source>Say the same in a text</source>
        <translation>用文字说同样的内容</translation>
    </message>
    <message>
        <source>Text message: insert a variable</source>
        <translation>文字短信：插入变量</translation>
    </message>
    <message>
        <source>Opt-out wording</source>
        <translation>退订语</translation>
    </message>
    <message>
        <source>Opt-out</source>
        <translation>退订</translation>
    </message>
    <message>
        <source>This vendor has no digital message; the text comes at once.</source>
        <translation>该服务商没有数字短信，直接发文字。</translation>
    </message>
    <message>
        <source>Without a text these phones get nothing.</source>
        <translation>没有文字，这些手机就什么也收不到。</translation>
    </message>
    <message>
        <source>1 part</source>
        <translation>1 条</translation>
    </message>
    <message>
        <source>{parts} parts</source>
        <translation>{parts} 条</translation>
    </message>
    <message>
        <source>{units} characters · {parts}</source>
        <translation>{units} 字 · 计费 {parts}</translation>
    </message>
    <message>
        <source>{price} for this member</source>
        <translation>这位会员 {price}</translation>
    </message>
    <message>
        <source>to all {people} as a text: {span} characters, {cost} at most</source>
        <translation>若 {people} 人全收文字：{span} 字，最多 {cost}</translation>
    </message>
    <message>
        <source>None of its own</source>
        <translation>不单独设置</translation>
    </message>
</context>
<context>
    <name>FeatureWords</name>
    <message>
        <source>Buys on {value}</source>
        <translation>来自{value}</translation>
    </message>
    <message>
        <source>Lives in {value}</source>
        <translation>省份是{value}</translation>
    </message>
    <message>
        <source>Lives in a {value} city</source>
        <translation>住在{value}</translation>
    </message>
    <message>
        <source>Tagged “{value}”</source>
        <translation>有标签“{value}”</translation>
    </message>
    <message>
        <source>Bought from {value}</source>
        <translation>买过类目“{value}”</translation>
    </message>
    <message>
        <source>Bought a product with “{value}”</source>
        <translation>买过含“{value}”的商品</translation>
    </message>
    <message>
        <source>Ordered between {value} and {end} o&apos;clock</source>
        <translation>在 {value}–{end} 点下过单</translation>
    </message>
    <message>
        <source>Ordered on a {value}</source>
        <translation>在{value}下过单</translation>
    </message>
    <message>
        <source>Spent {value} up to {end}</source>
        <translation>累计实付 {value} 到 {end}</translation>
    </message>
    <message>
        <source>Platform unknown</source>
        <translation>平台未知</translation>
    </message>
    <message>
        <source>Province unknown</source>
        <translation>省份未知</translation>
    </message>
    <message>
        <source>City tier unknown</source>
        <translation>城市级别未知</translation>
    </message>
    <message>
        <source>Spent less than {end}</source>
        <translation>累计实付不到 {end}</translation>
    </message>
    <message>
        <source>Spent {value} or more</source>
        <translation>累计实付 {value} 及以上</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>周日</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>Shop file</source>
        <translation>店铺文件</translation>
    </message>
    <message>
        <source>All of it is encrypted (SQLCipher, AES-256), and so are its backups.</source>
        <translation>整个文件都已加密（SQLCipher，AES-256），备份也一样。</translation>
    </message>
    <message>
        <source>Its key is kept in this computer&apos;s keyring; whoever can sign in here can open the shop.</source>
        <translation>密钥存放在这台电脑的系统钥匙串里，能登录这台电脑的人就能打开店铺。</translation>
    </message>
    <message>
        <source>A passphrase opens it, here and on other computers. Without it nobody can, so keep it safe.</source>
        <translation>用口令打开，在这台或别的电脑上都一样。没有口令谁也打不开，请妥善保管。</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>全部文件</translation>
    </message>
    <message>
        <source>total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>读取中</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>columns?</source>
        <translation>待对列</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>不能导入</translation>
    </message>
    <message>
        <source>importing</source>
        <translation>导入中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>of whom?</source>
        <translation>谁的名单？</translation>
    </message>
    <message>
        <source>A list without columns</source>
        <translation>没有表头的名单</translation>
    </message>
    <message>
        <source>A layout that is new here</source>
        <translation>第一次见到的格式</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the steps</source>
        <translation>在步骤中查找</translation>
    </message>
    <message>
        <source>Words or pinyin (Ctrl+F); Enter goes to the next step</source>
        <translation>文字或拼音（Ctrl+F）；回车跳到下一步</translation>
    </message>
    <message>
        <source>Previous hit (Shift+Enter)</source>
        <translation>上一个（Shift+回车）</translation>
    </message>
    <message>
        <source>Next hit (Enter)</source>
        <translation>下一个（回车）</translation>
    </message>
    <message>
        <source>Write instead</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Find and replace (Ctrl+H)</source>
        <translation>查找并替换（Ctrl+H）</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>{at} / {count}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>没有</translation>
    </message>
</context>
<context>
    <name>FirstConditions</name>
    <message>
        <source>Most begin with one of these</source>
        <translation>常从这些条件开始</translation>
    </message>
</context>
<context>
    <name>FirstReplies</name>
    <message>
        <source>No replies yet</source>
        <translation>还没有快捷回复</translation>
    </message>
    <message>
        <source>Begin with a ready-made set for shops, with what another program holds, or with a colleague&apos;s file.</source>
        <translation>可以先用一套现成的店铺话术，也可以从其他软件导入，或用同事给您的话术包。</translation>
    </message>
    <message>
        <source>Ready-made replies</source>
        <translation>使用现成话术</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Share with other PCs…</source>
        <translation>与其他电脑共享…</translation>
    </message>
</context>
<context>
    <name>FlagEditor</name>
    <message>
        <source>Yes</source>
        <translation>有</translation>
    </message>
    <message>
        <source>No</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
</context>
<context>
    <name>FolderDialog</name>
    <message>
        <source>Move to a new folder</source>
        <translation>移到新文件夹</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
</context>
<context>
    <name>FolderWatcher</name>
    <message>
        <source>A new export: {file}</source>
        <translation>有新的导出文件：{file}</translation>
    </message>
    <message>
        <source>{count} new exports in {folder}</source>
        <translation>“{folder}”里有 {count} 个新的导出文件</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Imported from the watched folder: {count} files</source>
        <translation>已从监视文件夹导入 {count} 个文件</translation>
    </message>
    <message>
        <source>All imports</source>
        <translation>导入记录</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>GapTable</name>
    <message>
        <source>Looked for</source>
        <translation>搜索的内容</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近一次</translation>
    </message>
</context>
<context>
    <name>GroupDialog</name>
    <message>
        <source>Group of replies</source>
        <translation>回复分组</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新建分组</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What is yours alone is not shared with other PCs.</source>
        <translation>“仅自己”的分组不会共享给其他电脑。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>There is already a group of this name.</source>
        <translation>已经有同名的分组。</translation>
    </message>
</context>
<context>
    <name>GroupList</name>
    <message>
        <source>Groups of replies</source>
        <translation>回复分组</translation>
    </message>
</context>
<context>
    <name>GroupModel</name>
    <message>
        <source>to be settled</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>All replies</source>
        <translation>全部回复</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Shared parts</source>
        <translation>共用片段</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>To be settled</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>In no group</source>
        <translation>未分组</translation>
    </message>
    <message>
        <source>Recently deleted</source>
        <translation>最近删除</translation>
    </message>
</context>
<context>
    <name>GroupView</name>
    <message>
        <source>muted</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Join: {words}</source>
        <translation>组合方式：{words}</translation>
    </message>
    <message>
        <source>1 condition</source>
        <translation>1 个条件</translation>
    </message>
    <message>
        <source>{count} conditions</source>
        <translation>{count} 个条件</translation>
    </message>
    <message>
        <source>The group as a whole matches</source>
        <translation>整组条件符合</translation>
    </message>
    <message>
        <source>The group as a whole does not match</source>
        <translation>整组条件不符合</translation>
    </message>
    <message>
        <source>Add a condition to this group</source>
        <translation>在这一组里添加条件</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>removes</source>
        <translation>少了</translation>
    </message>
    <message>
        <source>How many people the row matches by itself</source>
        <translation>单看这一行，有多少人符合</translation>
    </message>
    <message>
        <source>How many the row takes out of those the rows above it left</source>
        <translation>在上面各行留下的人里，这一行又去掉多少人</translation>
    </message>
    <message>
        <source>All of these</source>
        <translation>满足全部</translation>
    </message>
    <message>
        <source>Any of these</source>
        <translation>满足任一</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>全不满足</translation>
    </message>
    <message>
        <source>Not all of these</source>
        <translation>不全满足</translation>
    </message>
    <message>
        <source>No conditions yet: everybody matches. Add the first one below.</source>
        <translation>还没有条件，所有人都符合。请在下面添加第一个。</translation>
    </message>
    <message>
        <source>Empty: matches everybody.</source>
        <translation>空的条件组：所有人都符合。</translation>
    </message>
    <message>
        <source>Empty: matches nobody.</source>
        <translation>空的条件组：没有人符合。</translation>
    </message>
</context>
<context>
    <name>GroupsCard</name>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新建分组</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>新建分组…</translation>
    </message>
    <message>
        <source>Settle the differences…</source>
        <translation>确认差异…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Give it to the shop</source>
        <translation>改为店铺共用</translation>
    </message>
    <message>
        <source>Keep it to myself</source>
        <translation>改为仅自己使用</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>HandOffDialog</name>
    <message>
        <source>Write the file</source>
        <translation>生成交接文件</translation>
    </message>
    <message>
        <source>{rows} messages: phone, text and parts, one row for each.</source>
        <translation>{rows} 条短信，每条一行：手机号、短信内容、计费条数。</translation>
    </message>
    <message>
        <source>Lists for platforms that dial</source>
        <translation>给平台代拨的名单</translation>
    </message>
    <message>
        <source>One file for each platform with the buyers&apos; ids there. No phones leave the shop; it is logged.</source>
        <translation>每个平台一个文件，里面是买家在该平台的 ID，不含电话；导出会记入日志。</translation>
    </message>
    <message>
        <source>Nobody of these has an account on a platform.</source>
        <translation>这些人都没有平台账号。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>buyer id</source>
        <translation>买家ID</translation>
    </message>
    <message>
        <source>nick</source>
        <translation>买家昵称</translation>
    </message>
    <message>
        <source>Who is on the lists</source>
        <translation>谁在名单里</translation>
    </message>
    <message>
        <source>By platform</source>
        <translation>按平台</translation>
    </message>
    <message>
        <source>The platform is put behind the name.</source>
        <translation>文件名后面会加上平台名。</translation>
    </message>
    <message>
        <source>Replaced when you write: {files}.</source>
        <translation>生成时会覆盖：{files}。</translation>
    </message>
    <message>
        <source>Of an earlier list, and removed when you write: {files}.</source>
        <translation>是以前的名单，生成时会删除：{files}。</translation>
    </message>
    <message>
        <source>{count} people are written to {files}.</source>
        <translation>已写出 {count} 人：{files}。</translation>
    </message>
    <message>
        <source> {count} were left out at the last look.</source>
        <translation>最后核对时去掉了 {count} 人。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>A new file after every</source>
        <translation>分成多个文件，每个</translation>
    </message>
    <message>
        <source> rows</source>
        <translation> 行</translation>
    </message>
    <message>
        <source>Rows in a file</source>
        <translation>每个文件的行数</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>UTF-8; opens with Chinese characters in Excel, WPS and Numbers.</source>
        <translation>UTF-8 编码，用 Excel、WPS、Numbers 打开中文都正常。</translation>
    </message>
    <message>
        <source>For providers that ask for GBK or GB18030.</source>
        <translation>适合要求 GBK 或 GB18030 编码的服务商。</translation>
    </message>
    <message>
        <source>An Excel workbook; phones stay text.</source>
        <translation>Excel 工作簿，手机号保持为文本。</translation>
    </message>
    <message>
        <source>Already there, and replaced when you write: {files}</source>
        <translation>已有同名文件，生成时会被替换：{files}</translation>
    </message>
    <message>
        <source>{count} files, numbered from 1.</source>
        <translation>{count} 个文件，从 1 开始编号。</translation>
    </message>
</context>
<context>
    <name>HandOn</name>
    <message>
        <source>Recordings, table and script…</source>
        <translation>录音、表格和话术稿……</translation>
    </message>
    <message>
        <source>List for a platform that dials…</source>
        <translation>给平台代拨的名单……</translation>
    </message>
    <message>
        <source>Export as JSON</source>
        <translation>导出为 JSON</translation>
    </message>
</context>
<context>
    <name>Handle</name>
    <message>
        <source>Start of what is used</source>
        <translation>使用部分的开头</translation>
    </message>
    <message>
        <source>End of what is used</source>
        <translation>使用部分的结尾</translation>
    </message>
    <message>
        <source>{what}: drag it, or ← → (Shift: larger steps)</source>
        <translation>{what}：可拖动，也可按 ← →（按住 Shift 步子更大）</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>Arrows as thick as their answers were given often</source>
        <translation>按回答次数加粗箭头</translation>
    </message>
    <message>
        <source>No calls with this script yet</source>
        <translation>这套话术还没有打过电话</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>All imports</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>Nothing was imported yet</source>
        <translation>还没有导入过文件</translation>
    </message>
    <message>
        <source>Drop export files on the window.</source>
        <translation>把导出文件拖到窗口里即可。</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>撤销导入…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Takes nothing away: other files say all of it too.</source>
        <translation>不会减少任何数据：其他文件里也有这些内容。</translation>
    </message>
    <message>
        <source>Takes back {orders} orders and {members} members.</source>
        <translation>将撤销 {orders} 笔订单和 {members} 位会员。</translation>
    </message>
    <message>
        <source>Entries about consent: {count}.</source>
        <translation>同意与退订记录 {count} 条。</translation>
    </message>
    <message>
        <source>{count} orders stay, because other files say them too.</source>
        <translation>有 {count} 笔订单保留，因为其他文件里也有。</translation>
    </message>
    <message>
        <source>Taking back {file}</source>
        <translation>正在撤销 {file}</translation>
    </message>
    <message>
        <source>Taken back: {orders} orders and {members} members.</source>
        <translation>已撤销：{orders} 笔订单、{members} 位会员。</translation>
    </message>
    <message>
        <source>Stopped; the data is as it was before.</source>
        <translation>已停止，数据和之前一样。</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>Replies found</source>
        <translation>找到的回复</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation>导入订单</translation>
    </message>
    <message>
        <source>Prepare an audience</source>
        <translation>准备人群包</translation>
    </message>
    <message>
        <source>Net sales, last {days} days</source>
        <translation>近 {days} 天净成交额</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Can get an SMS</source>
        <translation>可发短信</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>沉睡会员</translation>
    </message>
    <message>
        <source>Worth doing</source>
        <translation>值得做的事</translation>
    </message>
    <message>
        <source>Net sales by month</source>
        <translation>每月净成交额</translation>
    </message>
    <message>
        <source>Last imports</source>
        <translation>最近导入</translation>
    </message>
    <message>
        <source>All imports</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation>早上好</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>下午好</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>晚上好</translation>
    </message>
    <message>
        <source>{day} · orders up to {newest}</source>
        <translation>{day} · 订单截至 {newest}</translation>
    </message>
    <message>
        <source>{share} of buyers came back</source>
        <translation>{share} 的买家有回购</translation>
    </message>
    <message>
        <source>{share} of members</source>
        <translation>占会员 {share}</translation>
    </message>
    <message>
        <source>No purchase for {days} days</source>
        <translation>{days} 天没有购买</translation>
    </message>
    <message>
        <source>{count} purchases</source>
        <translation>{count} 笔成交</translation>
    </message>
    <message>
        <source>{purchases} · {arrow} {change} on the 30 days before</source>
        <translation>{purchases} · 比前 30 天 {arrow} {change}</translation>
    </message>
    <message>
        <source>{new} orders new, {updated} updated</source>
        <translation>新增 {new} 笔订单，更新 {updated} 笔</translation>
    </message>
    <message>
        <source>{count} members opted out</source>
        <translation>{count} 位会员退订</translation>
    </message>
    <message>
        <source>{new} members new, {count} agreed</source>
        <translation>新增会员 {new} 位，{count} 位同意接收</translation>
    </message>
    <message>
        <source>{new} members new, {updated} updated</source>
        <translation>新增会员 {new} 位，更新 {updated} 位</translation>
    </message>
    <message>
        <source>{count} messages prepared, file not written yet</source>
        <translation>{count} 条短信已备好，还没有生成文件</translation>
    </message>
    <message>
        <source>Write file</source>
        <translation>生成文件</translation>
    </message>
    <message>
        <source>Wake {count} people</source>
        <translation>唤醒 {count} 位沉睡会员</translation>
    </message>
    <message>
        <source>They bought before, but not in the last {days} days</source>
        <translation>以前买过，但近 {days} 天没有再买</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>看看是谁</translation>
    </message>
    <message>
        <source>Write your first text</source>
        <translation>写第一个模板</translation>
    </message>
    <message>
        <source>With variables, exact parts and the price for your audience</source>
        <translation>可以插入变量，条数和费用算得清清楚楚</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>去写</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Bring the newest orders</source>
        <translation>导入最新订单</translation>
    </message>
    <message>
        <source>The newest order here is {days} days old</source>
        <translation>这里最新的订单是 {days} 天前的</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>HotkeyField</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>HotkeyTroubles</name>
    <message>
        <source>{keys} already belongs to another program. Choose other keys, or free these there.</source>
        <translation>{keys} 已被其他软件占用。请换一组按键，或到那个软件里取消它的快捷键。</translation>
    </message>
    <message>
        <source>This keyboard has no key for {keys}. Choose other keys.</source>
        <translation>这个键盘上按不出 {keys}，请换一组按键。</translation>
    </message>
    <message>
        <source>On Wayland no program may take a key for itself. In the shortcut settings of your desktop, let a key of your choice start “regulars --replies”.</source>
        <translation>Wayland 不允许软件自己占用快捷键。请在桌面系统的快捷键设置里，指定一组按键运行“regulars --replies”。</translation>
    </message>
    <message>
        <source>This system gives programs no key of their own.</source>
        <translation>这个系统不给软件提供全局快捷键。</translation>
    </message>
    <message>
        <source>The system refuses {keys}. Choose other keys.</source>
        <translation>系统不接受 {keys}，请换一组按键。</translation>
    </message>
</context>
<context>
    <name>HoursPart</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>IdentitiesCard</name>
    <message>
        <source>Recognised by</source>
        <translation>识别依据</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Reading the file …</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>All imports</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>换一个文件…</translation>
    </message>
    <message>
        <source>Show members</source>
        <translation>查看会员</translation>
    </message>
    <message>
        <source>The profile could not be written. Nothing else is changed.</source>
        <translation>导入方案没能保存，其他内容没有变化。</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>正在导入 {file}</translation>
    </message>
    <message>
        <source>Importing {place} of {count}: {file}</source>
        <translation>正在导入第 {place} 个，共 {count} 个：{file}</translation>
    </message>
    <message>
        <source>Import stopped; the data is as it was before.</source>
        <translation>导入已停止，数据还是之前的样子。</translation>
    </message>
    <message>
        <source>This file cannot be imported</source>
        <translation>这个文件不能导入</translation>
    </message>
    <message>
        <source>These columns are kept as “{name}”: files like this one are recognised from now on.</source>
        <translation>这些列对应已保存为“{name}”，以后遇到同样的文件会自动识别。</translation>
    </message>
    <message>
        <source>Import {count} files</source>
        <translation>导入 {count} 个文件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入完成</translation>
    </message>
    <message>
        <source>{count} files, {done} imported</source>
        <translation>{count} 个文件，已导入 {done} 个</translation>
    </message>
    <message>
        <source>{file} bad rows</source>
        <translation>{file} 问题行</translation>
    </message>
    <message>
        <source>Save the bad rows</source>
        <translation>保存有问题的行</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>Saved in {file}: {count} rows. Mend them there, and import that file.</source>
        <translation>已把 {count} 行存到 {file}。在里面改好后，再导入这个文件。</translation>
    </message>
    <message>
        <source>Import replies</source>
        <translation>导入回复</translation>
    </message>
    <message>
        <source>Qianniu quick phrases, any table, Espanso, Beeftext, Chatwoot, Zendesk, Zammad, saved replies. What a file is, is seen from what is in it.</source>
        <translation>支持千牛快捷短语、任意表格、Espanso、Beeftext、Chatwoot、Zendesk、Zammad 和 FreeScout 类的常用回复，会根据文件内容自动识别。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>or drop one here</source>
        <translation>或把文件拖到这里</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>文件中的回复</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>文件的前几行</translation>
    </message>
    <message>
        <source>Files of replies ({patterns})</source>
        <translation>回复文件（{patterns}）</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Whose they are</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>leave out what is there already</source>
        <translation>跳过已有的</translation>
    </message>
    <message>
        <source>replace the words of those there</source>
        <translation>用新内容替换已有的</translation>
    </message>
    <message>
        <source>add it once more</source>
        <translation>再添加一份</translation>
    </message>
    <message>
        <source>What is there already</source>
        <translation>已有的回复</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 条</translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation>文件里没有</translation>
    </message>
    <message>
        <source>Column of {field}</source>
        <translation>“{field}”所在的列</translation>
    </message>
    <message>
        <source>Say which column holds the text.</source>
        <translation>请指定哪一列是回复内容。</translation>
    </message>
    <message>
        <source>{format}: {count} found, {new} new</source>
        <translation>{format}：共 {count} 条回复，其中 {new} 条是新的</translation>
    </message>
    <message>
        <source>{said}; shortcuts that are taken: {count}</source>
        <translation>{said}；{count} 条的快捷编码与已有回复相同</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>ImportFields</name>
    <message>
        <source>Buyer nick</source>
        <translation>买家昵称</translation>
    </message>
    <message>
        <source>Buyer ID</source>
        <translation>买家 ID</translation>
    </message>
    <message>
        <source>Open ID</source>
        <translation>Open ID</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Second phone</source>
        <translation>备用电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单编号</translation>
    </message>
    <message>
        <source>Order status</source>
        <translation>订单状态</translation>
    </message>
    <message>
        <source>Closing reason</source>
        <translation>关闭原因</translation>
    </message>
    <message>
        <source>After-sale state</source>
        <translation>售后状态</translation>
    </message>
    <message>
        <source>Ordered on</source>
        <translation>下单时间</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>付款时间</translation>
    </message>
    <message>
        <source>Shipped on</source>
        <translation>发货时间</translation>
    </message>
    <message>
        <source>Finished on</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>Amount paid</source>
        <translation>实付金额</translation>
    </message>
    <message>
        <source>Order total</source>
        <translation>订单总额</translation>
    </message>
    <message>
        <source>Postage</source>
        <translation>运费</translation>
    </message>
    <message>
        <source>Discount on postage</source>
        <translation>运费优惠</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税费</translation>
    </message>
    <message>
        <source>Tax on postage</source>
        <translation>运费税费</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>优惠金额</translation>
    </message>
    <message>
        <source>Discount by the shop</source>
        <translation>店铺优惠</translation>
    </message>
    <message>
        <source>Discount by the platform</source>
        <translation>平台优惠</translation>
    </message>
    <message>
        <source>Discount by both together</source>
        <translation>店铺与平台共同优惠</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>退款金额</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Pieces in the order</source>
        <translation>订单总件数</translation>
    </message>
    <message>
        <source>Different products</source>
        <translation>商品种类数</translation>
    </message>
    <message>
        <source>Product title</source>
        <translation>商品标题</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Pieces on the line</source>
        <translation>子订单件数</translation>
    </message>
    <message>
        <source>Price of a piece</source>
        <translation>商品单价</translation>
    </message>
    <message>
        <source>Sub-order number</source>
        <translation>子订单编号</translation>
    </message>
    <message>
        <source>Discount on the line</source>
        <translation>单品优惠</translation>
    </message>
    <message>
        <source>Product ID</source>
        <translation>商品 ID</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>快递单号</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>Number of the order</source>
        <translation>所属订单编号</translation>
    </message>
    <message>
        <source>Refund state</source>
        <translation>退款状态</translation>
    </message>
    <message>
        <source>Amount to refund</source>
        <translation>退款金额</translation>
    </message>
    <message>
        <source>Asked for on</source>
        <translation>申请时间</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Member since</source>
        <translation>入会时间</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Membership tier</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Opted out on</source>
        <translation>退订时间</translation>
    </message>
    <message>
        <source>Answer to a message</source>
        <translation>短信回复内容</translation>
    </message>
    <message>
        <source>Agreed to SMS</source>
        <translation>同意短信</translation>
    </message>
    <message>
        <source>Agreed to e-mail</source>
        <translation>同意邮件</translation>
    </message>
    <message>
        <source>Agreed to calls</source>
        <translation>同意电话</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>The order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>The product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>The refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>More about money</source>
        <translation>更多金额</translation>
    </message>
    <message>
        <source>Membership and consent</source>
        <translation>入会与接收意愿</translation>
    </message>
    <message>
        <source>{new_orders} orders new, {updated_orders} updated</source>
        <translation>新增 {new_orders} 笔订单，更新 {updated_orders} 笔</translation>
    </message>
    <message>
        <source>{new_members} members new, {updated_members} updated</source>
        <translation>新增 {new_members} 位会员，更新 {updated_members} 位</translation>
    </message>
    <message>
        <source>{refunds} refunds, {updated_orders} orders updated</source>
        <translation>{refunds} 笔退款，更新 {updated_orders} 笔订单</translation>
    </message>
    <message>
        <source>{new_opt_outs} members opted out</source>
        <translation>{new_opt_outs} 位会员退订</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>没有新内容</translation>
    </message>
    <message>
        <source>Your own columns</source>
        <translation>自己指定的列对应</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>第 {number} 列</translation>
    </message>
</context>
<context>
    <name>Insight</name>
    <message>
        <source>This member is not in the shop any more.</source>
        <translation>店里已经没有这位会员了。</translation>
    </message>
    <message>
        <source>Copied; paste it into any segment with Ctrl+V.</source>
        <translation>已复制，可在任意人群里按 Ctrl+V 粘贴。</translation>
    </message>
    <message>
        <source>Overlap with other segments</source>
        <translation>与其他人群的重叠</translation>
    </message>
    <message>
        <source>Between two days: who came, who left</source>
        <translation>两天对比：谁新进，谁离开</translation>
    </message>
    <message>
        <source>RFM grid</source>
        <translation>RFM 矩阵</translation>
    </message>
    <message>
        <source>This segment</source>
        <translation>本人群</translation>
    </message>
</context>
<context>
    <name>KindButton</name>
    <message>
        <source>Kind of card: {kind}</source>
        <translation>卡片类型：{kind}</translation>
    </message>
</context>
<context>
    <name>KindPopover</name>
    <message>
        <source>Kind of card</source>
        <translation>卡片类型</translation>
    </message>
    <message>
        <source>What is written is kept; a kind shows what it has room for.</source>
        <translation>已写的内容都会保留，各类型只显示放得下的。</translation>
    </message>
</context>
<context>
    <name>KnownCard</name>
    <message>
        <source>What files say</source>
        <translation>文件里的资料</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>始于 {day}</translation>
    </message>
</context>
<context>
    <name>LearningView</name>
    <message>
        <source>Write these</source>
        <translation>该写的回复</translation>
    </message>
    <message>
        <source>Look at these again</source>
        <translation>该检查的回复</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>去写</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Still right</source>
        <translation>仍然适用</translation>
    </message>
    <message>
        <source>Counts as looked at today; a last day that is past is taken away</source>
        <translation>视为今天已检查；已过的结束日期会被去掉</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Looked for in the panel, and nothing was taken.</source>
        <translation>在回复面板里搜过，但没有找到可用的。</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>没有缺少的回复</translation>
    </message>
    <message>
        <source>Every search of the panel has found its reply.</source>
        <translation>在面板里搜过的都找到了回复。</translation>
    </message>
    <message>
        <source>Not taken for long, out of date, or with a price that has changed.</source>
        <translation>很久没用、已经过期，或价格与现在不符。</translation>
    </message>
    <message>
        <source>All replies are fresh</source>
        <translation>回复都是最新的</translation>
    </message>
    <message>
        <source>None is old, out of date or wrongly priced.</source>
        <translation>没有久未使用、过期或价格不符的回复。</translation>
    </message>
    <message>
        <source>As good as new: {replies}.</source>
        <translation>{replies}已确认仍然可用。</translation>
    </message>
</context>
<context>
    <name>LedgerCard</name>
    <message>
        <source>Consent</source>
        <translation>接收意愿</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Level of the microphone</source>
        <translation>麦克风音量</translation>
    </message>
    <message>
        <source>Too loud</source>
        <translation>太响</translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message>
        <source>Find: words, pinyin, initials</source>
        <translation>搜索：文字、拼音、首字母</translation>
    </message>
    <message>
        <source>No reply says this</source>
        <translation>没有这样的回复</translation>
    </message>
    <message>
        <source>Write it once, and it is found from then on.</source>
        <translation>写一次，以后就能搜到。</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>去写</translation>
    </message>
    <message>
        <source>Nothing lies here yet</source>
        <translation>这里还没有回复</translation>
    </message>
    <message>
        <source>New reply</source>
        <translation>新建回复</translation>
    </message>
</context>
<context>
    <name>ListChoices</name>
    <message>
        <source>A segment</source>
        <translation>一个人群</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>某一位</translation>
    </message>
    <message>
        <source>Who is called</source>
        <translation>打给谁</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>Nick, name, phone or order number</source>
        <translation>昵称、姓名、电话或订单号</translation>
    </message>
    <message>
        <source>Latest order first</source>
        <translation>最近下单的先打</translation>
    </message>
    <message>
        <source>Longest without an order first</source>
        <translation>最久没下单的先打</translation>
    </message>
    <message>
        <source>Most spent first</source>
        <translation>消费最多的先打</translation>
    </message>
    <message>
        <source>Order of calls</source>
        <translation>拨打顺序</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>Not again within</source>
        <translation>不重复拨打</translation>
    </message>
    <message>
        <source>Who was reached with this script in so many days is not called. 0 leaves the step out.</source>
        <translation>这些天内用这份话术打通过的不再打；填 0 就不管这一条。</translation>
    </message>
    <message>
        <source>Days without a message</source>
        <translation>短信静默天数</translation>
    </message>
    <message>
        <source>Who got a message in so many days is not called now. 0 leaves the step out.</source>
        <translation>这些天内收到过短信的先不打；填 0 就不管这一条。</translation>
    </message>
    <message>
        <source>Only with recorded consent</source>
        <translation>只打有授权记录的</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>First</source>
        <translation>先打谁</translation>
    </message>
    <message>
        <source>No message for</source>
        <translation>短信静默</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Nobody of that name or number.</source>
        <translation>没有找到这个人。</translation>
    </message>
    <message>
        <source>{count} people: which one?</source>
        <translation>找到 {count} 位，是哪一位？</translation>
    </message>
</context>
<context>
    <name>ListEditor</name>
    <message>
        <source>Find a list</source>
        <translation>查找名单</translation>
    </message>
    <message>
        <source>There are no saved lists yet. Make one on the page Segments, under “Lists”.</source>
        <translation>还没有保存的名单。在“人群”页的“名单”里新建。</translation>
    </message>
</context>
<context>
    <name>ListQuestion</name>
    <message>
        <source>They opted out</source>
        <translation>他们已退订</translation>
    </message>
    <message>
        <source>They are members</source>
        <translation>他们是会员</translation>
    </message>
    <message>
        <source>Whoever opted out gets no marketing any more. A name such as “opt-out” or “退订名单” answers this by itself.</source>
        <translation>退订的人不会再收到营销信息。文件名里有“退订名单”“黑名单”之类的字样时，不会再问。</translation>
    </message>
    <message>
        <source>A list of phones. Who are these people?</source>
        <translation>这是一份手机号名单，里面都是什么人？</translation>
    </message>
    <message>
        <source>A list of e-mail addresses. Who are these people?</source>
        <translation>这是一份邮箱名单，里面都是什么人？</translation>
    </message>
    <message>
        <source>A list of names. Who are these people?</source>
        <translation>这是一份昵称名单，里面都是什么人？</translation>
    </message>
</context>
<context>
    <name>ListTable</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>建立时间</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>粘贴</translation>
    </message>
</context>
<context>
    <name>ListsDialog</name>
    <message>
        <source>Saved lists</source>
        <translation>保存的名单</translation>
    </message>
    <message>
        <source>Segments can ask who is on a list. It follows its people when members are joined or split.</source>
        <translation>人群可以用名单做条件。会员合并或拆开后，名单会跟着人走。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>保存名单</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>重命名（F2）</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>删除（Del）</translation>
    </message>
    <message>
        <source>Paste names, phones or order numbers below, or drop a file here.</source>
        <translation>在下面粘贴昵称、手机号或订单号，或把文件拖到这里。</translation>
    </message>
    <message>
        <source>No list yet</source>
        <translation>还没有名单</translation>
    </message>
    <message>
        <source>Name of the new list</source>
        <translation>新名单的名称</translation>
    </message>
    <message>
        <source>Nicks, phones or order numbers, one a line</source>
        <translation>昵称、手机号或订单号，每行一个</translation>
    </message>
    <message>
        <source>People of the list</source>
        <translation>名单里的人</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件…</translation>
    </message>
    <message>
        <source>Choose a file with one column</source>
        <translation>选择只有一列的文件</translation>
    </message>
    <message>
        <source>Who is not in the shop is left out and told here.</source>
        <translation>不在店里的人不会加入，会在这里列出。</translation>
    </message>
    <message>
        <source>{entries} entries: {people} people of the shop.</source>
        <translation>共 {entries} 条：本店会员 {people} 人。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Not in the shop: {count} ({some})</source>
        <translation>不在店里：{count} 条（{some}）</translation>
    </message>
    <message>
        <source>Saved the list “{name}”.</source>
        <translation>已保存名单“{name}”。</translation>
    </message>
    <message>
        <source>Deleted the list “{name}”.</source>
        <translation>已删除名单“{name}”。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Regulars</source>
        <translation>熟客</translation>
    </message>
    <message>
        <source>{shop} — {product}</source>
        <translation>{shop} — {product}</translation>
    </message>
</context>
<context>
    <name>MappingView</name>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>People</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>What the rows are</source>
        <translation>每一行的内容</translation>
    </message>
    <message>
        <source>Dates like 2026-11-15</source>
        <translation>日期形如 2026-11-15</translation>
    </message>
    <message>
        <source>Dates like 11/15/2026</source>
        <translation>日期形如 11/15/2026</translation>
    </message>
    <message>
        <source>Dates like 15/11/2026</source>
        <translation>日期形如 15/11/2026</translation>
    </message>
    <message>
        <source>Order of dates</source>
        <translation>日期的写法</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Each row is about</source>
        <translation>每一行是</translation>
    </message>
    <message>
        <source>It comes from</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Keep these columns for next time as</source>
        <translation>存为导入方案，下次沿用</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>导入方案名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Not in this file</source>
        <translation>文件里没有</translation>
    </message>
    <message>
        <source>Say which column is which: at least the amount paid (or the order total) and the day.</source>
        <translation>请指明各列的含义，至少要有实付金额（或订单总额）和日期。</translation>
    </message>
    <message>
        <source>Say which column is the number of the order, and which the state of the refund.</source>
        <translation>请指明哪一列是订单编号、哪一列是退款状态。</translation>
    </message>
    <message>
        <source>Say which column tells people apart: at least the nick, buyer ID, phone or e-mail.</source>
        <translation>请指明用哪一列区分会员，买家昵称、买家 ID、手机号、邮箱至少要有一项。</translation>
    </message>
</context>
<context>
    <name>MemberPage</name>
    <message>
        <source>Spent</source>
        <translation>累计实付</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>购买次数</translation>
    </message>
    <message>
        <source>Average order</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>First order</source>
        <translation>首次下单</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>上次下单</translation>
    </message>
    <message>
        <source>Days between orders</source>
        <translation>平均间隔天数</translation>
    </message>
    <message>
        <source>All data…</source>
        <translation>导出全部资料…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Erase this person…</source>
        <translation>抹除此人的信息…</translation>
    </message>
    <message>
        <source>member since {day}</source>
        <translation>{day} 入会</translation>
    </message>
    <message>
        <source>birthday {day}</source>
        <translation>生日 {day}</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>已写入：{name}</translation>
    </message>
    <message>
        <source>Erasing, and rewriting the file …</source>
        <translation>正在抹除并重写数据文件…</translation>
    </message>
    <message>
        <source>The person is erased, but the file could not be rewritten yet. Settings, Backups does it.</source>
        <translation>个人信息已抹除，但数据文件还没能重写，请到“设置 · 备份”里完成。</translation>
    </message>
    <message>
        <source>The person is erased; {count} orders stay, of nobody. Backups from before: see Settings.</source>
        <translation>个人信息已抹除，{count} 笔订单匿名保留。之前的备份请到设置里处理。</translation>
    </message>
</context>
<context>
    <name>MemberPreviewCard</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Previous member</source>
        <translation>上一位会员</translation>
    </message>
    <message>
        <source>Next member</source>
        <translation>下一位会员</translation>
    </message>
    <message>
        <source>Find by nick, name or phone</source>
        <translation>按昵称、姓名或手机号查找</translation>
    </message>
    <message>
        <source>Nobody of this audience</source>
        <translation>发送对象里没有这个人</translation>
    </message>
    <message>
        <source>A member</source>
        <translation>某位会员</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>还没有会员</translation>
    </message>
    <message>
        <source>Longest: {units}</source>
        <translation>最长：{units} 字</translation>
    </message>
    <message>
        <source>Shortest: {units}</source>
        <translation>最短：{units} 字</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Not known here: {variables}. The text cannot be sent until it has a fallback.</source>
        <translation>这里没有：{variables}。设好默认值之后才能发送。</translation>
    </message>
</context>
<context>
    <name>MemberSections</name>
    <message>
        <source>Everybody</source>
        <translation>全部会员</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>栏目</translation>
    </message>
</context>
<context>
    <name>MemberTable</name>
    <message>
        <source>Nick</source>
        <translation>买家昵称</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>累计实付</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>上次</translation>
    </message>
</context>
<context>
    <name>Members</name>
    <message>
        <source>Taobao / Tmall</source>
        <translation>淘宝 / 天猫</translation>
    </message>
    <message>
        <source>JD</source>
        <translation>京东</translation>
    </message>
    <message>
        <source>Pinduoduo</source>
        <translation>拼多多</translation>
    </message>
    <message>
        <source>Douyin</source>
        <translation>抖店</translation>
    </message>
    <message>
        <source>Kuaishou</source>
        <translation>快手小店</translation>
    </message>
    <message>
        <source>Xiaohongshu</source>
        <translation>小红书</translation>
    </message>
    <message>
        <source>WeChat shop</source>
        <translation>微信小店</translation>
    </message>
    <message>
        <source>Youzan</source>
        <translation>有赞</translation>
    </message>
    <message>
        <source>1688</source>
        <translation>1688</translation>
    </message>
    <message>
        <source>Shopify</source>
        <translation>Shopify</translation>
    </message>
    <message>
        <source>WooCommerce</source>
        <translation>WooCommerce</translation>
    </message>
    <message>
        <source>Amazon</source>
        <translation>亚马逊</translation>
    </message>
    <message>
        <source>eBay</source>
        <translation>eBay</translation>
    </message>
    <message>
        <source>Etsy</source>
        <translation>Etsy</translation>
    </message>
    <message>
        <source>Shopee</source>
        <translation>Shopee 虾皮</translation>
    </message>
    <message>
        <source>Lazada</source>
        <translation>Lazada</translation>
    </message>
    <message>
        <source>Own list</source>
        <translation>自有名单</translation>
    </message>
    <message>
        <source>mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>landline</source>
        <translation>座机</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>已打码</translation>
    </message>
    <message>
        <source>relay number</source>
        <translation>虚拟号</translation>
    </message>
    <message>
        <source>no phone</source>
        <translation>没有手机号</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>SMS consent</source>
        <translation>短信意愿</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>购买次数</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>累计实付</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>First order</source>
        <translation>首次下单</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>上次下单</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>入会时间</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Buyer ID</source>
        <translation>买家 ID</translation>
    </message>
    <message>
        <source>Nick</source>
        <translation>买家昵称</translation>
    </message>
    <message>
        <source>Open ID</source>
        <translation>Open ID</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Landline</source>
        <translation>固定电话</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Member since</source>
        <translation>入会时间</translation>
    </message>
    <message>
        <source>On the list</source>
        <translation>所在名单</translation>
    </message>
    <message>
        <source>refund asked for</source>
        <translation>申请退款</translation>
    </message>
    <message>
        <source>refund agreed</source>
        <translation>同意退款</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>refund closed</source>
        <translation>退款关闭</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>kept apart</source>
        <translation>分开</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>手机号相同</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>姓名相同</translation>
    </message>
    <message>
        <source>same street</source>
        <translation>街道相同</translation>
    </message>
    <message>
        <source>same city</source>
        <translation>城市相同</translation>
    </message>
    <message>
        <source>same end of phone</source>
        <translation>手机尾号相同</translation>
    </message>
    <message>
        <source>other name</source>
        <translation>姓名不同</translation>
    </message>
    <message>
        <source>kept when members were merged</source>
        <translation>合并会员时保留</translation>
    </message>
    <message>
        <source>answered in a call</source>
        <translation>通话中的回答</translation>
    </message>
    <message>
        <source>by a rule</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手工记录</translation>
    </message>
    <message>
        <source>from an imported file</source>
        <translation>来自导入文件</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>没有名字</translation>
    </message>
</context>
<context>
    <name>MembersCard</name>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Matching members</source>
        <translation>符合条件的会员</translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation>没有人符合</translation>
    </message>
    <message>
        <source>Loosen a condition at the left.</source>
        <translation>放宽左边的条件试试。</translation>
    </message>
    <message>
        <source>first {count}</source>
        <translation>前 {count} 位</translation>
    </message>
</context>
<context>
    <name>MembersDialog</name>
    <message>
        <source>The {shown} longest texts of {people}.</source>
        <translation>{people} 条中最长的 {shown} 条。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show in the preview</source>
        <translation>在预览中查看</translation>
    </message>
</context>
<context>
    <name>MembersPage</name>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation>导入订单</translation>
    </message>
    <message>
        <source>Same person?</source>
        <translation>疑似同一人</translation>
    </message>
    <message>
        <source>Nick, name, pinyin, phone ending, order number or tag</source>
        <translation>昵称、姓名、拼音、手机尾号、订单号或标签</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列设置</translation>
    </message>
    <message>
        <source>{people} people, {phones} with a usable phone</source>
        <translation>{people} 人，其中 {phones} 人有可用手机号</translation>
    </message>
    <message>
        <source>Reading the members…</source>
        <translation>正在读取会员…</translation>
    </message>
    <message>
        <source>{count} found; pinyin and numbers in a moment</source>
        <translation>找到 {count} 人；拼音和号码稍后可搜</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>找到 {count} 人</translation>
    </message>
    <message>
        <source>No members yet</source>
        <translation>还没有会员</translation>
    </message>
    <message>
        <source>Import the order list of your platform; the people in it become members.</source>
        <translation>导入平台的订单表，下过单的人就会成为会员。</translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Try a shorter text, the pinyin or its initials, or the last four digits of the phone.</source>
        <translation>试试更短的词、拼音或首字母，或者手机号后四位。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge “{name}”</source>
        <translation>合并“{name}”</translation>
    </message>
    <message>
        <source>Its {count} people get the other tag, and it is gone.</source>
        <translation>带这个标签的 {count} 人改为另一个标签，原标签删除。</translation>
    </message>
    <message>
        <source>{name} · {count} people</source>
        <translation>{name} · {count} 人</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>合并到</translation>
    </message>
    <message>
        <source>Merge with another member</source>
        <translation>与其他会员合并</translation>
    </message>
    <message>
        <source>Orders, notes, tags and consents of both belong to one member afterwards; it can be undone.</source>
        <translation>合并后两位的订单、备注、标签和接收意愿归为一位会员，可以撤销。</translation>
    </message>
    <message>
        <source>Nick, name, pinyin, phone ending or order number</source>
        <translation>昵称、姓名、拼音、手机尾号或订单号</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Overview of the script</source>
        <translation>话术总览</translation>
    </message>
</context>
<context>
    <name>Mistake</name>
    <message>
        <source>A number from {low} to {high}, please.</source>
        <translation>请填 {low} 到 {high} 之间的数。</translation>
    </message>
</context>
<context>
    <name>ModalDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Rename the segment</source>
        <translation>重命名人群</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Regulars</source>
        <translation>熟客</translation>
    </message>
</context>
<context>
    <name>NewRows</name>
    <message>
        <source>Ordered</source>
        <translation>下单行为</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单汇总</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>会员资料</translation>
    </message>
    <message>
        <source>RFM</source>
        <translation>RFM</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>触达</translation>
    </message>
    <message>
        <source>Lists and segments</source>
        <translation>名单与人群</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>when, what, how often</source>
        <translation>何时、买什么、几次</translation>
    </message>
    <message>
        <source>A, then B or not</source>
        <translation>先 A 后 B 或没有 B</translation>
    </message>
    <message>
        <source>reason, when</source>
        <translation>原因、时间</translation>
    </message>
    <message>
        <source>scores 1 to 5</source>
        <translation>1–5 分</translation>
    </message>
    <message>
        <source>when, channel</source>
        <translation>时间、渠道</translation>
    </message>
</context>
<context>
    <name>NewTagDialog</name>
    <message>
        <source>Who gets “{name}”</source>
        <translation>谁有“{name}”</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>For example: office nearby</source>
        <translation>例如：公司在附近</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>By a segment</source>
        <translation>按人群</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>打标方式</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Make the tag</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>You give it and take it yourself, on a member or on several at once.</source>
        <translation>由你自己在会员上打上或去掉，也可以一次选多人。</translation>
    </message>
    <message>
        <source>There is no segment yet: make one on the page Segments first.</source>
        <translation>还没有人群，请先到“人群”页建一个。</translation>
    </message>
    <message>
        <source>Everybody whom these conditions match, worked out again after each import: {sentence}. Later changes of the segment do not change the tag.</source>
        <translation>符合这些条件的人，每次导入后重新计算：{sentence}。以后再改这个人群，不影响标签。</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Any note; or type what it has</source>
        <translation>任意备注；或输入要包含的文字</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
</context>
<context>
    <name>NotesCard</name>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What you want to remember about this member</source>
        <translation>记下关于这位会员的事</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Change the note</source>
        <translation>修改备注</translation>
    </message>
    <message>
        <source>Delete the note</source>
        <translation>删除备注</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>NumberCard</name>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>How long counting took</source>
        <translation>计算用时</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>{time} ms</source>
        <translation>{time} 毫秒</translation>
    </message>
    <message>
        <source>{share} of {everybody} members</source>
        <translation>占 {everybody} 位会员的 {share}</translation>
    </message>
    <message>
        <source>{share} of the {everybody} members of {day}</source>
        <translation>占 {day} 当天 {everybody} 位会员的 {share}</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>Comparison</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Upper number</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>order</source>
        <translation>笔</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>笔</translation>
    </message>
    <message>
        <source>piece</source>
        <translation>件</translation>
    </message>
    <message>
        <source>pieces</source>
        <translation>件</translation>
    </message>
</context>
<context>
    <name>ObjectionRow</name>
    <message>
        <source>“Too expensive”</source>
        <translation>“太贵了”</translation>
    </message>
    <message>
        <source>Objection {n}</source>
        <translation>异议 {n}</translation>
    </message>
    <message>
        <source>Remove objection {n}</source>
        <translation>删除异议 {n}</translation>
    </message>
    <message>
        <source>What to say to objection {n}</source>
        <translation>异议 {n} 的应对</translation>
    </message>
</context>
<context>
    <name>ObjectionsCard</name>
    <message>
        <source>Objections</source>
        <translation>常见异议</translation>
    </message>
    <message>
        <source>Find an objection (pinyin too)</source>
        <translation>搜异议（支持拼音）</translation>
    </message>
    <message>
        <source>Nothing like this is written.</source>
        <translation>没有写过这样的异议。</translation>
    </message>
</context>
<context>
    <name>Obstacles</name>
    <message>
        <source>There is no text yet. Write one, then come back.</source>
        <translation>还没有模板。先写一个，再回来。</translation>
    </message>
    <message>
        <source>Write a text</source>
        <translation>写模板</translation>
    </message>
    <message>
        <source>Edit the text</source>
        <translation>修改模板</translation>
    </message>
</context>
<context>
    <name>OfferTile</name>
    <message>
        <source>Begin with “{name}”</source>
        <translation>从“{name}”开始</translation>
    </message>
</context>
<context>
    <name>OrderFilterField</name>
    <message>
        <source>Product title has any of</source>
        <translation>商品标题含任一</translation>
    </message>
    <message>
        <source>Remove: {filter}</source>
        <translation>去掉：{filter}</translation>
    </message>
    <message>
        <source>Add a filter: {filter}</source>
        <translation>加筛选：{filter}</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>大促</translation>
    </message>
    <message>
        <source>First or latest</source>
        <translation>首单或最近一单</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>单笔实付</translation>
    </message>
    <message>
        <source>Price of a piece</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>订单状态</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>After a pause</source>
        <translation>隔多久</translation>
    </message>
</context>
<context>
    <name>OrderedEditor</name>
    <message>
        <source>Comparison</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>time</source>
        <translation>次</translation>
    </message>
    <message>
        <source>has ordered</source>
        <translation>下过单</translation>
    </message>
    <message>
        <source>has not ordered</source>
        <translation>没有下单</translation>
    </message>
    <message>
        <source>Has or has not</source>
        <translation>有或没有</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Amount in all</source>
        <translation>合计金额</translation>
    </message>
    <message>
        <source>Pieces in all</source>
        <translation>合计件数</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>times</source>
        <translation>次</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>piece</source>
        <translation>件</translation>
    </message>
    <message>
        <source>pieces</source>
        <translation>件</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>All pieces of these lines, whatever else the orders have.</source>
        <translation>只算这些商品的件数，不算订单里的其他商品。</translation>
    </message>
</context>
<context>
    <name>OrdersCard</name>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Show older orders</source>
        <translation>显示更早的订单</translation>
    </message>
    <message>
        <source>No orders are known of this member.</source>
        <translation>这位会员还没有订单。</translation>
    </message>
    <message>
        <source>The latest {count} orders are shown.</source>
        <translation>显示最近 {count} 笔订单。</translation>
    </message>
    <message>
        <source>Order {number}, {shop}</source>
        <translation>订单 {number}，{shop}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>refunded {amount}</source>
        <translation>退款 {amount}</translation>
    </message>
</context>
<context>
    <name>OutputFolderField</name>
    <message>
        <source>New folder</source>
        <translation>新文件夹</translation>
    </message>
    <message>
        <source>Choose where the folder goes.</source>
        <translation>请选择文件夹放在哪里。</translation>
    </message>
    <message>
        <source>There is something of this name already.</source>
        <translation>已经有同名的文件或文件夹。</translation>
    </message>
    <message>
        <source>Where to put the folder</source>
        <translation>文件夹放在哪里</translation>
    </message>
</context>
<context>
    <name>OutputPathField</name>
    <message>
        <source>Choose where the file goes.</source>
        <translation>请选择文件保存到哪里。</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>The name of the file must end in {suffix}.</source>
        <translation>文件名必须以 {suffix} 结尾。</translation>
    </message>
    <message>
        <source>The name of the file is too long.</source>
        <translation>文件名太长。</translation>
    </message>
    <message>
        <source>A folder has this name.</source>
        <translation>已有同名文件夹。</translation>
    </message>
    <message>
        <source>Where to write the file</source>
        <translation>文件保存到哪里</translation>
    </message>
</context>
<context>
    <name>OverlapDialog</name>
    <message>
        <source>Overlap of segments</source>
        <translation>人群重叠</translation>
    </message>
    <message>
        <source>Counted as of today. Press a region, or one of its rows, to begin a segment of it.</source>
        <translation>按今天统计。点一块区域或它所在的行，就能以它新建人群。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Segment A</source>
        <translation>人群 A</translation>
    </message>
    <message>
        <source>Segment B</source>
        <translation>人群 B</translation>
    </message>
    <message>
        <source>No third segment</source>
        <translation>不比第三个</translation>
    </message>
    <message>
        <source>Segment C</source>
        <translation>人群 C</translation>
    </message>
    <message>
        <source>Choose two or three different segments. Save another one first if need be.</source>
        <translation>请选两到三个不同的人群；没有的话，先保存另一个。</translation>
    </message>
    <message>
        <source>New segment</source>
        <translation>新建人群</translation>
    </message>
    <message>
        <source>New segment: {words}</source>
        <translation>新建人群：{words}</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>In none of them</source>
        <translation>都不在</translation>
    </message>
    <message>
        <source> and </source>
        <translation>、</translation>
    </message>
    <message>
        <source>In {inside}</source>
        <translation>同在 {inside}</translation>
    </message>
    <message>
        <source>Only in {inside}</source>
        <translation>只在 {inside}</translation>
    </message>
    <message>
        <source>In {inside}, not in {outside}</source>
        <translation>在 {inside}，不在 {outside}</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>{names}, not {without}</source>
        <translation>{names}，不含 {without}</translation>
    </message>
</context>
<context>
    <name>OwnWords</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>bucket {number}</source>
        <translation>第 {number} 组</translation>
    </message>
    <message>
        <source>{first}, then {then}</source>
        <translation>{first}，之后 {then}</translation>
    </message>
    <message>
        <source>{first}, then nothing</source>
        <translation>{first}，之后没有</translation>
    </message>
    <message>
        <source>without a date</source>
        <translation>无日期</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Call scripts</source>
        <translation>外呼话术</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>回复库</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>PairCard</name>
    <message>
        <source>Whole page</source>
        <translation>完整页面</translation>
    </message>
    <message>
        <source>Page about {name}</source>
        <translation>“{name}”的页面</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不是同一人</translation>
    </message>
    <message>
        <source>Not the same: {names}</source>
        <translation>不是同一人：{names}</translation>
    </message>
    <message>
        <source>Key N</source>
        <translation>按 N 键</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Merge: {names}</source>
        <translation>合并：{names}</translation>
    </message>
    <message>
        <source>Key M</source>
        <translation>按 M 键</translation>
    </message>
</context>
<context>
    <name>PanelCard</name>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>按钮</translation>
    </message>
    <message>
        <source>Button {number}</source>
        <translation>按钮 {number}</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>没有动作</translation>
    </message>
    <message>
        <source>A tap on the picture</source>
        <translation>点按图片</translation>
    </message>
    <message>
        <source>Cover of the video</source>
        <translation>视频封面</translation>
    </message>
    <message>
        <source>Picture, or cover of the video</source>
        <translation>图片（有视频时为封面）</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>{panel}: up (Alt+Up)</source>
        <translation>{panel}：上移（Alt+↑）</translation>
    </message>
    <message>
        <source>{panel}: down (Alt+Down)</source>
        <translation>{panel}：下移（Alt+↓）</translation>
    </message>
    <message>
        <source>{panel}: remove</source>
        <translation>{panel}：删除</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Tall</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Height of the picture</source>
        <translation>图片高度</translation>
    </message>
</context>
<context>
    <name>PanelMenu</name>
    <message>
        <source>Only some replies</source>
        <translation>只看一部分回复</translation>
    </message>
    <message>
        <source>Only: {what}</source>
        <translation>只看：{what}</translation>
    </message>
    <message>
        <source>Stay open after copying</source>
        <translation>复制后不收起</translation>
    </message>
    <message>
        <source>Paste into the chat with Enter</source>
        <translation>按 Enter 直接粘贴到聊天窗口</translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation>打开回复库</translation>
    </message>
    <message>
        <source>Make it a strip</source>
        <translation>收成窄条</translation>
    </message>
    <message>
        <source>Quit Regulars</source>
        <translation>退出熟客</translation>
    </message>
    <message>
        <source>Change in the library</source>
        <translation>去回复库里修改</translation>
    </message>
    <message>
        <source>Do not pin any more</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Every platform</source>
        <translation>所有平台</translation>
    </message>
    <message>
        <source>Every language</source>
        <translation>所有语言</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
</context>
<context>
    <name>PanelParts</name>
    <message>
        <source>copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>this customer</source>
        <translation>选这位客户</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>找买家</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>change first</source>
        <translation>先改</translation>
    </message>
    <message>
        <source>fill in</source>
        <translation>填空</translation>
    </message>
</context>
<context>
    <name>PartBars</name>
    <message>
        <source>Who gets {parts}</source>
        <translation>谁会收到 {parts}</translation>
    </message>
    <message>
        <source>1 part</source>
        <translation>每份 1 条</translation>
    </message>
    <message>
        <source>{parts} parts</source>
        <translation>每份 {parts} 条</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>This passphrase does not open the shop. Please try again.</source>
        <translation>这个口令打不开店铺，请再试一次。</translation>
    </message>
    <message>
        <source>Create shop</source>
        <translation>新建店铺</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>A passphrase for your new shop</source>
        <translation>为新店铺设一个口令</translation>
    </message>
    <message>
        <source>Passphrase of this shop</source>
        <translation>这个店铺的口令</translation>
    </message>
    <message>
        <source>This computer has no keyring, so {file} is locked with a passphrase. Nobody can open the shop without it: write it down.</source>
        <translation>这台电脑没有系统钥匙串，所以 {file} 用口令锁住。没有口令谁也打不开店铺，请务必记下来。</translation>
    </message>
    <message>
        <source>{file} is locked.</source>
        <translation>{file} 已锁住。</translation>
    </message>
    <message>
        <source>At least {count} characters.</source>
        <translation>至少 {count} 个字符。</translation>
    </message>
    <message>
        <source>The two differ.</source>
        <translation>两次输入不一样。</translation>
    </message>
</context>
<context>
    <name>PasteTroubles</name>
    <message>
        <source>The window you came from is gone. The reply is on the clipboard.</source>
        <translation>原来的窗口已经关闭，回复已在剪贴板里。</translation>
    </message>
    <message>
        <source>The window you came from did not come forward. The reply is on the clipboard: press {keys}.</source>
        <translation>没能切回原来的窗口。回复已在剪贴板里，请按 {keys} 粘贴。</translation>
    </message>
    <message>
        <source>A key was held down. The reply is on the clipboard: press {keys}.</source>
        <translation>有按键一直没松开。回复已在剪贴板里，请按 {keys} 粘贴。</translation>
    </message>
    <message>
        <source>The system did not let the reply be pasted. It is on the clipboard: press {keys}.</source>
        <translation>系统不允许自动粘贴。回复已在剪贴板里，请按 {keys} 粘贴。</translation>
    </message>
    <message>
        <source>The other program took nothing. The reply is still on the clipboard.</source>
        <translation>对方软件没有接收，回复还在剪贴板里。</translation>
    </message>
    <message>
        <source>Something else was copied before the reply was pasted.</source>
        <translation>还没粘贴，剪贴板就被别的内容替换了。</translation>
    </message>
    <message>
        <source>On Wayland no program may paste into another. Replies are copied; press {keys} in the chat.</source>
        <translation>Wayland 不允许软件往别的窗口里粘贴。回复只复制，请在聊天窗口按 {keys}。</translation>
    </message>
    <message>
        <source>This system lets no program paste into another. Replies are copied.</source>
        <translation>这个系统不允许软件往别的窗口里粘贴，回复只复制。</translation>
    </message>
    <message>
        <source>macOS has not allowed Regulars to paste yet: System Settings, Privacy &amp; Security, Accessibility. Until then replies are copied.</source>
        <translation>macOS 还没有允许熟客自动粘贴：请到“系统设置”→“隐私与安全性”→“辅助功能”里打开。在此之前回复只复制。</translation>
    </message>
    <message>
        <source>This screen cannot type for you (XTEST is missing). Replies are copied.</source>
        <translation>这个屏幕环境不能代为按键（缺少 XTEST），回复只复制。</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <translation>没有文件夹 {path}。</translation>
    </message>
    <message>
        <source>The folder {path} cannot be used.</source>
        <translation>文件夹 {path} 无法使用。</translation>
    </message>
</context>
<context>
    <name>PausePart</name>
    <message>
        <source>day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>Nick</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
</context>
<context>
    <name>PeriodList</name>
    <message>
        <source>Promotions</source>
        <translation>大促日期</translation>
    </message>
    <message>
        <source>From and to, both included: 11-01 every year, 2026-01-20 in that year only.</source>
        <translation>从哪天到哪天，含首尾：写 11-01 表示每年，写 2026-01-20 只算那一年。</translation>
    </message>
    <message>
        <source>Add a promotion</source>
        <translation>添加大促</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Copy the phone</source>
        <translation>复制电话</translation>
    </message>
    <message>
        <source>Copy the phone {phone}</source>
        <translation>复制电话 {phone}</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>累计消费</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>购买次数</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>最近下单</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Called {day}: {outcome}</source>
        <translation>{day} 打过：{outcome}</translation>
    </message>
    <message>
        <source>Note of {day}</source>
        <translation>{day} 的备注</translation>
    </message>
</context>
<context>
    <name>PersonSide</name>
    <message>
        <source>{count}, {spent}</source>
        <translation>{count} 次，{spent}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>购买次数</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>上次下单</translation>
    </message>
</context>
<context>
    <name>PersonalData</name>
    <message>
        <source>What is known</source>
        <translation>已知资料</translation>
    </message>
    <message>
        <source>Recognised by</source>
        <translation>识别依据</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Replies in chats</source>
        <translation>聊天回复</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>接收意愿</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Merged and split</source>
        <translation>合并与拆分</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>First said</source>
        <translation>最早出现</translation>
    </message>
    <message>
        <source>Last said</source>
        <translation>最近出现</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单编号</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>退款金额</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>人群包</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Call script</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒数</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>Phones</name>
    <message>
        <source>card</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>digital</source>
        <translation>数字短信</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>The vendor reaches no phones of this maker.</source>
        <translation>该服务商不支持这个厂商的手机。</translation>
    </message>
    <message>
        <source>Does not show this kind of card.</source>
        <translation>不支持这种卡片。</translation>
    </message>
    <message>
        <source>Cannot do “{action}”.</source>
        <translation>不支持“{action}”。</translation>
    </message>
    <message>
        <source>Cut here: {fields}</source>
        <translation>此机型截断：{fields}</translation>
    </message>
    <message>
        <source>Shown whole.</source>
        <translation>完整显示。</translation>
    </message>
</context>
<context>
    <name>PictureField</name>
    <message>
        <source>JPEG, PNG, GIF, WebP or BMP</source>
        <translation>JPEG、PNG、GIF、WebP 或 BMP</translation>
    </message>
    <message>
        <source>It will be cropped to {ratio}.</source>
        <translation>将裁剪为 {ratio}</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>图片 ({patterns})</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>剪贴板里没有图片。</translation>
    </message>
    <message>
        <source>the picture given</source>
        <translation>这张图片</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>正在读取 {file}…</translation>
    </message>
    <message>
        <source>The picture was taken away.</source>
        <translation>图片已移除。</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>放回</translation>
    </message>
    <message>
        <source>There is no picture in what was dropped.</source>
        <translation>拖进来的内容里没有图片。</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>更换…</translation>
    </message>
    <message>
        <source>Take the picture away</source>
        <translation>移除图片</translation>
    </message>
    <message>
        <source>For people who cannot see it</source>
        <translation>给看不到图片的人</translation>
    </message>
    <message>
        <source>What is seen in the picture</source>
        <translation>图片里有什么</translation>
    </message>
    <message>
        <source>What is seen</source>
        <translation>图片说明</translation>
    </message>
    <message>
        <source>Sent as {width} × {height}, {size}</source>
        <translation>发送为 {width} × {height}，{size}</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>This part of the picture is only {width} pixels wide; from {needed} on it is sharp on a phone.</source>
        <translation>截取的这部分只有 {width} 像素宽，{needed} 像素起在手机上才清晰。</translation>
    </message>
    <message>
        <source>{kilobytes} KB load slowly; {aim} KB are recommended. A calmer picture or a plainer ground helps.</source>
        <translation>{kilobytes} KB 加载偏慢，建议不超过 {aim} KB。换一张画面简洁、底色干净的会更小。</translation>
    </message>
    <message>
        <source>Words in it look about {measured:.0f} pixels high on a phone; from 30 on they are easy to read.</source>
        <translation>图中文字在手机上约 {measured:.0f} 像素高，30 像素起才好认。</translation>
    </message>
    <message>
        <source>Words come within {measured:.0f} pixels of the edge; phones round corners off, so leave 18 to 24.</source>
        <translation>文字离边缘只有 {measured:.0f} 像素，手机会裁圆角，请留 18～24 像素。</translation>
    </message>
    <message>
        <source>Words hardly stand out from their ground (contrast {measured:.1f}); from 3 on they are legible.</source>
        <translation>文字和底色太接近（对比度 {measured:.1f}），3 以上才看得清。</translation>
    </message>
</context>
<context>
    <name>PlatformsPopover</name>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>None ticked: it may be used on all of them.</source>
        <translation>都不勾选时，可在全部平台使用。</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>PrepareView</name>
    <message>
        <source>Prepare an audience</source>
        <translation>准备人群包</translation>
    </message>
    <message>
        <source>Nothing is sent from here: you get a file for your SMS provider.</source>
        <translation>这里不会直接发送：您会得到一份交给短信服务商的文件。</translation>
    </message>
    <message>
        <source>Freeze and write file…</source>
        <translation>定稿并生成文件…</translation>
    </message>
    <message>
        <source>Who gets it</source>
        <translation>发给谁</translation>
    </message>
    <message>
        <source>{messages} messages · {cost}</source>
        <translation>{messages} 条短信 · {cost}</translation>
    </message>
    <message>
        <source>Give the audience a name.</source>
        <translation>请给人群包起个名称。</translation>
    </message>
</context>
<context>
    <name>PreviewCard</name>
    <message>
        <source>What you write appears here.</source>
        <translation>写下的内容会显示在这里。</translation>
    </message>
    <message>
        <source>1 part</source>
        <translation>1 条</translation>
    </message>
    <message>
        <source>{parts} parts</source>
        <translation>{parts} 条</translation>
    </message>
    <message>
        <source>{units} characters · {parts}</source>
        <translation>{units} 字 · 计费 {parts}</translation>
    </message>
    <message>
        <source>SMS · now</source>
        <translation>短信 · 刚刚</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列对应</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>查看内容</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>No rows to show yet</source>
        <translation>还没有可显示的行</translation>
    </message>
    <message>
        <source>Choose under Columns which column is which; the rows then show what will be imported.</source>
        <translation>先在“列对应”里指明各列的含义，这里就会显示将要导入的内容。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题说明</translation>
    </message>
    <message>
        <source>No problems in the first rows</source>
        <translation>前几行没有问题</translation>
    </message>
    <message>
        <source>No profile knows this file; its columns were told from their headers. Look at the rows, and correct what is wrong under Columns.</source>
        <translation>没有导入方案认得这个文件，各列是按表头推断的。请看看下面的行，不对的在“列对应”里改。</translation>
    </message>
    <message>
        <source>No profile knows this file; its columns were told from their headers and cells. Look whether they are right. You can keep them for next time.</source>
        <translation>没有现成的模板认识这个文件，各列的含义是根据表头和内容推断的。请看看对不对，也可以保存下来，下次自动使用。</translation>
    </message>
    <message>
        <source>Problems: {count}</source>
        <translation>问题：{count}</translation>
    </message>
    <message>
        <source>Saved as “{name}”. Files like this one are recognised by it from now on.</source>
        <translation>已保存为“{name}”，以后这样的文件会自动识别。</translation>
    </message>
    <message>
        <source>A layout that is new here</source>
        <translation>第一次见到的格式</translation>
    </message>
    <message>
        <source>A list without columns</source>
        <translation>没有表头的名单</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>about {count} rows</source>
        <translation>约 {count} 行</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>sheet {name}</source>
        <translation>工作表 {name}</translation>
    </message>
</context>
<context>
    <name>PreviewsCard</name>
    <message>
        <source>Phones</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>All phones</source>
        <translation>全部手机</translation>
    </message>
</context>
<context>
    <name>PriceCard</name>
    <message>
        <source>Parts and price</source>
        <translation>条数与费用</translation>
    </message>
    <message>
        <source>{messages} messages, {parts} parts at {price}.</source>
        <translation>{messages} 条短信，按 {parts} 条计费，每条 {price}。</translation>
    </message>
</context>
<context>
    <name>PricePopover</name>
    <message>
        <source>Price of one part</source>
        <translation>每条的价格</translation>
    </message>
    <message>
        <source>{vendor}: {price} ({source})</source>
        <translation>{vendor}：{price}（{source}）</translation>
    </message>
    <message>
        <source>Use this price</source>
        <translation>用这个价格</translation>
    </message>
    <message>
        <source>Your contract with the vendor says it.</source>
        <translation>以您和服务商的合同为准。</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print the knowledge base</source>
        <translation>打印知识库</translation>
    </message>
    <message>
        <source>One page for the browser, made for A4: print it there, or save it as a PDF.</source>
        <translation>生成一个 A4 版式的网页，在浏览器里打印或存为 PDF。</translation>
    </message>
    <message>
        <source>With pictures</source>
        <translation>包含图片</translation>
    </message>
    <message>
        <source>Knowledge base</source>
        <translation>知识库</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Write and open</source>
        <translation>生成并打开</translation>
    </message>
    <message>
        <source>On the page: {count}</source>
        <translation>共 {count} 条回复</translation>
    </message>
    <message>
        <source>{day} · {count} in all</source>
        <translation>{day} · 共 {count} 条</translation>
    </message>
    <message>
        <source>Ready replies</source>
        <translation>快捷回复知识库</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Problems of the text</source>
        <translation>文案的问题</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>不能发送</translation>
    </message>
    <message>
        <source>check</source>
        <translation>请留意</translation>
    </message>
    <message>
        <source>Character {place}</source>
        <translation>第 {place} 字</translation>
    </message>
    <message>
        <source>Show this place in the text</source>
        <translation>在文案中显示这一处</translation>
    </message>
    <message>
        <source>Problems of the script</source>
        <translation>话术的问题</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>……还有 {count} 个</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Show the place of: {problem}</source>
        <translation>查看位置：{problem}</translation>
    </message>
</context>
<context>
    <name>ProductTable</name>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>销售额</translation>
    </message>
    <message>
        <source>{name} · by hand</source>
        <translation>{name} · 手动</translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>新类目</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>The first category that fits takes a product: drag to change the order</source>
        <translation>商品归入第一个符合的类目，拖动可调整先后</translation>
    </message>
    <message>
        <source>Find a product</source>
        <translation>查找商品</translation>
    </message>
    <message>
        <source>Put into…</source>
        <translation>归到…</translation>
    </message>
    <message>
        <source>{products} products, {without} of them in no category. Rules about taste ask for categories.</source>
        <translation>{products} 个商品，{without} 个没有类目。偏好标签按类目来打。</translation>
    </message>
    <message>
        <source>No product is called like this</source>
        <translation>没有这样的商品</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>No product falls into this category</source>
        <translation>还没有商品归入这个类目</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>还没有商品</translation>
    </message>
    <message>
        <source>Import the order list or the item list of your platform; their titles become products.</source>
        <translation>导入平台的订单或宝贝明细，里面的标题就是商品。</translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation>导入订单</translation>
    </message>
    <message>
        <source>New category {number}</source>
        <translation>新类目 {number}</translation>
    </message>
    <message>
        <source>Saved “{name}”.</source>
        <translation>已保存“{name}”。</translation>
    </message>
    <message>
        <source>Deleted “{name}”.</source>
        <translation>已删除“{name}”。</translation>
    </message>
    <message>
        <source>The order of the categories was changed.</source>
        <translation>已调整类目的先后。</translation>
    </message>
    <message>
        <source>Added {names}.</source>
        <translation>已添加{names}。</translation>
    </message>
    <message>
        <source>Put {count} into…</source>
        <translation>把 {count} 个归到…</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>无类目</translation>
    </message>
    <message>
        <source>Where the keywords say</source>
        <translation>按关键词归类</translation>
    </message>
    <message>
        <source>{count} products placed.</source>
        <translation>已归类 {count} 个商品。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stopping; the data stays as it was.</source>
        <translation>正在停止，数据保持原样。</translation>
    </message>
</context>
<context>
    <name>PromotionPart</name>
    <message>
        <source>Any promotion; or find some</source>
        <translation>任意大促；或查找</translation>
    </message>
</context>
<context>
    <name>QueryField</name>
    <message>
        <source>Find a reply</source>
        <translation>查找回复</translation>
    </message>
    <message>
        <source>Words, pinyin or initials</source>
        <translation>关键词、拼音或首字母</translation>
    </message>
</context>
<context>
    <name>RandomEditor</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Everybody stays in the same share for ever: 0–50 and 50–100 never overlap.</source>
        <translation>每个人永远在同一份里：0–50 和 50–100 不会重叠。</translation>
    </message>
</context>
<context>
    <name>ReachCard</name>
    <message>
        <source>Matches</source>
        <translation>符合条件</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>触达</translation>
    </message>
    <message>
        <source>Can be sent</source>
        <translation>可以发送</translation>
    </message>
    <message>
        <source>Can be called</source>
        <translation>可以拨打</translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message>
        <source>This computer has no microphone, or no sound. Plug one in; everything else works without.</source>
        <translation>这台电脑没有麦克风或没有声音设备，插上就能录；其他功能不受影响。</translation>
    </message>
    <message>
        <source>This computer has nothing to listen with.</source>
        <translation>这台电脑没有可以播放声音的设备。</translation>
    </message>
    <message>
        <source>The microphone cannot be used: another program has it, or the system does not allow it.</source>
        <translation>麦克风用不了：可能被别的程序占用，或系统没有授权。</translation>
    </message>
    <message>
        <source>The sound cannot be played on this computer.</source>
        <translation>这台电脑播放不了声音。</translation>
    </message>
    <message>
        <source>The microphone gave no sound any more. What was said before is kept.</source>
        <translation>麦克风没有声音了，之前录的已保留。</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未录</translation>
    </message>
    <message>
        <source>text changed</source>
        <translation>文字改过</translation>
    </message>
    <message>
        <source>Objection: {title}</source>
        <translation>异议：{title}</translation>
    </message>
    <message>
        <source>{title} ({number})</source>
        <translation>{title}（{number}）</translation>
    </message>
</context>
<context>
    <name>RecordingView</name>
    <message>
        <source>Wordings of the script</source>
        <translation>话术里的每段话</translation>
    </message>
    <message>
        <source>Recordings are kept with the script: save it first.</source>
        <translation>录音跟话术存在一起，请先保存话术。</translation>
    </message>
    <message>
        <source>Nothing is said yet</source>
        <translation>还没有要说的话</translation>
    </message>
    <message>
        <source>Write what is said into the steps first.</source>
        <translation>先在步骤里写上要说的话。</translation>
    </message>
    <message>
        <source>{done} of {all} recorded · {time}</source>
        <translation>已录 {done} / {all} · {time}</translation>
    </message>
</context>
<context>
    <name>RefundEditor</name>
    <message>
        <source>Reason has any of</source>
        <translation>退款原因含任一</translation>
    </message>
    <message>
        <source>Any reason; or find or type words</source>
        <translation>任意原因；或查找、输入</translation>
    </message>
</context>
<context>
    <name>Replies</name>
    <message>
        <source>Of the shop</source>
        <translation>店铺共用</translation>
    </message>
    <message>
        <source>Mine alone</source>
        <translation>仅自己</translation>
    </message>
    <message>
        <source>any language</source>
        <translation>不限语言</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>分组名称</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>说法</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷编码</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Pictures and files</source>
        <translation>图片和文件</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Shared part</source>
        <translation>共用片段</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Tmall</source>
        <translation>天猫</translation>
    </message>
    <message>
        <source>1 reply</source>
        <translation>1 条回复</translation>
    </message>
    <message>
        <source>{count} replies</source>
        <translation>{count} 条回复</translation>
    </message>
    <message>
        <source>1 group</source>
        <translation>1 个分组</translation>
    </message>
    <message>
        <source>{count} groups</source>
        <translation>{count} 个分组</translation>
    </message>
    <message>
        <source>not taken yet</source>
        <translation>还没有用过</translation>
    </message>
    <message>
        <source>taken once</source>
        <translation>用过 1 次</translation>
    </message>
    <message>
        <source>taken {count} times</source>
        <translation>用过 {count} 次</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至 {day}</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>later</source>
        <translation>未到期</translation>
    </message>
    <message>
        <source>shared part</source>
        <translation>共用片段</translation>
    </message>
</context>
<context>
    <name>RepliesCard</name>
    <message>
        <source>Reply panel</source>
        <translation>快捷回复面板</translation>
    </message>
    <message>
        <source>Hotkey of the reply panel</source>
        <translation>快捷回复面板的快捷键</translation>
    </message>
    <message>
        <source>Use {keys}</source>
        <translation>改回 {keys}</translation>
    </message>
    <message>
        <source>Hotkey</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Click here and press keys. Without any, “regulars --replies” calls the panel.</source>
        <translation>点这里再按下一组按键。不设快捷键时，可用“regulars --replies”打开面板。</translation>
    </message>
    <message>
        <source>Calls the panel from any program, and puts it away. To change them, click here and press others; Backspace takes them away. No other keys are looked at.</source>
        <translation>在任何软件里都能打开或收起面板。要更换，点这里再按下新的按键；按退格键清除。除此之外不会读取任何按键。</translation>
    </message>
</context>
<context>
    <name>RepliesPage</name>
    <message>
        <source>Replies</source>
        <translation>回复库</translation>
    </message>
    <message>
        <source>New reply</source>
        <translation>新建回复</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Knowledge base</source>
        <translation>知识库</translation>
    </message>
    <message>
        <source>To write</source>
        <translation>待完善</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Ready-made replies…</source>
        <translation>现成话术…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Share with other PCs…</source>
        <translation>与其他电脑共享…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{said} Not in the file: {what}.</source>
        <translation>{said}未写入的内容：{what}。</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>The page is written to {file}.</source>
        <translation>已生成 {file}。</translation>
    </message>
    <message>
        <source>“{title}” is back to that version.</source>
        <translation>“{title}”已恢复为当时的内容。</translation>
    </message>
</context>
<context>
    <name>ReplyBulkBar</name>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>已选 {count} 条</translation>
    </message>
    <message>
        <source>Out of every group</source>
        <translation>移出分组</translation>
    </message>
    <message>
        <source>Give a tag…</source>
        <translation>加标签…</translation>
    </message>
    <message>
        <source>Take “{tag}”</source>
        <translation>去掉“{tag}”</translation>
    </message>
    <message>
        <source>Tag for all selected</source>
        <translation>给选中的全部加标签</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>加上</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Do not pin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Language: {language}</source>
        <translation>语言：{language}</translation>
    </message>
</context>
<context>
    <name>ReplyBuyer</name>
    <message>
        <source>this nick</source>
        <translation>昵称一致</translation>
    </message>
    <message>
        <source>this buyer&apos;s key</source>
        <translation>买家 ID 一致</translation>
    </message>
    <message>
        <source>this open id</source>
        <translation>OpenID 一致</translation>
    </message>
    <message>
        <source>this e-mail</source>
        <translation>邮箱一致</translation>
    </message>
    <message>
        <source>this phone</source>
        <translation>手机一致</translation>
    </message>
    <message>
        <source>this order</source>
        <translation>订单号一致</translation>
    </message>
    <message>
        <source>this parcel</source>
        <translation>快递单号一致</translation>
    </message>
    <message>
        <source>nick begins like this</source>
        <translation>昵称以此开头</translation>
    </message>
    <message>
        <source>a refund was asked for</source>
        <translation>申请了退款，还没处理</translation>
    </message>
    <message>
        <source>a refund is under way</source>
        <translation>退款处理中</translation>
    </message>
    <message>
        <source>wants no SMS</source>
        <translation>不接收短信</translation>
    </message>
    <message>
        <source>wants no calls</source>
        <translation>不接电话营销</translation>
    </message>
    <message>
        <source>wants no e-mail</source>
        <translation>不接收邮件</translation>
    </message>
    <message>
        <source>{count} points</source>
        <translation>{count} 积分</translation>
    </message>
    <message>
        <source>{count} points on {day}</source>
        <translation>{count} 积分（{day}）</translation>
    </message>
    <message>
        <source>{count} orders</source>
        <translation>{count} 单</translation>
    </message>
    <message>
        <source>1 order</source>
        <translation>1 单</translation>
    </message>
    <message>
        <source>Last {day}</source>
        <translation>上次 {day}</translation>
    </message>
    <message>
        <source>member {number}</source>
        <translation>会员 {number}</translation>
    </message>
</context>
<context>
    <name>ReplyEditor</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Title of the reply</source>
        <translation>回复标题</translation>
    </message>
    <message>
        <source>Pinned: first among what is found</source>
        <translation>置顶：搜索时排在最前</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>This is not saved yet. In chats the reply says what was saved last.</source>
        <translation>这些修改还没保存，聊天时用的仍是上次保存的内容。</translation>
    </message>
    <message>
        <source>This reply is not saved yet.</source>
        <translation>这条回复还没保存。</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>{taken}, last on {day}</source>
        <translation>{taken}，最近一次 {day}</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>历史版本…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Throw away the changes</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>ReplyFiles</name>
    <message>
        <source>Table with everything</source>
        <translation>完整表格</translation>
    </message>
    <message>
        <source>Qianniu quick phrases</source>
        <translation>千牛快捷短语</translation>
    </message>
    <message>
        <source>Espanso</source>
        <translation>Espanso</translation>
    </message>
    <message>
        <source>Beeftext</source>
        <translation>Beeftext</translation>
    </message>
    <message>
        <source>Chatwoot</source>
        <translation>Chatwoot</translation>
    </message>
    <message>
        <source>Zendesk macros</source>
        <translation>Zendesk 宏</translation>
    </message>
    <message>
        <source>Zammad text modules</source>
        <translation>Zammad 文本模块</translation>
    </message>
    <message>
        <source>Saved replies (FreeScout and others)</source>
        <translation>常用回复（FreeScout 等）</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>CSV, UTF-8</source>
        <translation>CSV，UTF-8</translation>
    </message>
    <message>
        <source>CSV, GB18030</source>
        <translation>CSV，GB18030</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷编码</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>there is no text here; it was left out</source>
        <translation>没有内容，已跳过</translation>
    </message>
    <message>
        <source>the text has more than {most} characters; it was left out</source>
        <translation>内容超过 {most} 个字，已跳过</translation>
    </message>
    <message>
        <source>some characters cannot be read</source>
        <translation>有些字符无法识别</translation>
    </message>
    <message>
        <source>it is turned off there; it was left out</source>
        <translation>在原软件里已停用，已跳过</translation>
    </message>
    <message>
        <source>this is no reply; it was left out</source>
        <translation>这不是一条回复，已跳过</translation>
    </message>
    <message>
        <source>a command would be run here; nothing is, and a variable stands in its place</source>
        <translation>这里原本要运行命令；不会运行，改成了一个变量</translation>
    </message>
    <message>
        <source>its picture is not in the file; add it by hand</source>
        <translation>图片不在文件里，请手动添加</translation>
    </message>
    <message>
        <source>its trigger is a pattern; it has no shortcut now</source>
        <translation>触发方式是匹配规则，现在没有快捷编码</translation>
    </message>
    <message>
        <source>this language is not known; it was left empty</source>
        <translation>认不出这种语言，已留空</translation>
    </message>
    <message>
        <source>this is no day, or one before the first; it was left empty</source>
        <translation>这不是有效日期，或早于开始日期，已留空</translation>
    </message>
    <message>
        <source>another text that it names is not there; it was left out of it</source>
        <translation>它引用的另一段内容不存在，已去掉</translation>
    </message>
    <message>
        <source>a quotation mark has no end here and took {count} further rows into this one; they were left out. Remove the mark or close it</source>
        <translation>这里的引号没有配对，后面 {count} 行被并进了这一行，都没有导入。请删掉这个引号或补上另一半</translation>
    </message>
    <message>
        <source>the file names others (how many: {count}), which are not read along; import them too</source>
        <translation>这个文件还引用了 {count} 个别的文件，它们不会一起读取，请另行导入</translation>
    </message>
    <message>
        <source>{count} more problems</source>
        <translation>还有 {count} 个问题</translation>
    </message>
    <message>
        <source>further wordings, which that program does not know: {count}</source>
        <translation>{count} 个备用说法（对方软件不支持）</translation>
    </message>
    <message>
        <source>pictures and files: {count}</source>
        <translation>{count} 个图片和文件</translation>
    </message>
    <message>
        <source>{file} ({format}): {count} found</source>
        <translation>{file}（{format}）：{count} 条回复</translation>
    </message>
    <message>
        <source>Brought in: {new}; replaced: {replaced}.</source>
        <translation>导入 {new} 条回复，替换 {replaced} 条。</translation>
    </message>
    <message>
        <source>Brought in: {new}; replaced: {replaced}; there already: {there}.</source>
        <translation>导入 {new} 条回复，替换 {replaced} 条；{there} 条之前已有。</translation>
    </message>
    <message>
        <source>Written to {file}: {count}.</source>
        <translation>已将 {count} 条回复写入 {file}。</translation>
    </message>
    <message>
        <source>Changed by two people: {count}. What both wrote is kept; settle it in the window.</source>
        <translation>有 {count} 处两个人改了同样的内容，两边的写法都保留了，请在窗口里选定。</translation>
    </message>
    <message>
        <source>Came in, replies and groups: {what}</source>
        <translation>收到的回复和分组：{what}</translation>
    </message>
    <message>
        <source>Went out, replies and groups: {what}</source>
        <translation>发出的回复和分组：{what}</translation>
    </message>
    <message>
        <source>{said} ({names})</source>
        <translation>{said}（{names}）</translation>
    </message>
    <message>
        <source>The file is made. On each of the other PCs choose this same file, and share.</source>
        <translation>共享文件已建好。请在其他每台电脑上选同一个文件，再点同步。</translation>
    </message>
    <message>
        <source>{count} were taken away on one PC while another one changed or used them; they stay.</source>
        <translation>有 {count} 条在一台电脑上被去掉，另一台却改过或用到了它，所以保留着。</translation>
    </message>
    <message>
        <source>variables that stand as their fallbacks: {names}</source>
        <translation>已用备用文字代替的变量：{names}</translation>
    </message>
    <message>
        <source>variables to be filled in by hand: {names}</source>
        <translation>需手工填写的变量：{names}</translation>
    </message>
    <message>
        <source>what that program has no place for: {names}</source>
        <translation>对方软件没有的项目：{names}</translation>
    </message>
    <message>
        <source>which ones are yours alone</source>
        <translation>哪些只归自己用</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Days on which it is valid</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Pinned to the top</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的常用</translation>
    </message>
    <message>
        <source>Shared through {path}</source>
        <translation>已通过 {path} 共享</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>清单格式</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另外 {count} 个</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>新增 {count}</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>修改 {count}</translation>
    </message>
    <message>
        <source>{count} deleted</source>
        <translation>删除 {count}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>{count} pictures or files are on no PC that has shared so far.</source>
        <translation>有 {count} 个图片或文件在已共享的电脑上都找不到。</translation>
    </message>
    <message>
        <source>Beside it lies “{file}” with changes of its own: share through it once, then delete it.</source>
        <translation>旁边还有一份“{file}”，里面有别的改动：请用它同步一次，再把它删掉。</translation>
    </message>
</context>
<context>
    <name>ReplyList</name>
    <message>
        <source>Replies</source>
        <translation>回复</translation>
    </message>
</context>
<context>
    <name>ReplyModel</name>
    <message>
        <source>settle</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
</context>
<context>
    <name>ReplyPanel</name>
    <message>
        <source>Replies</source>
        <translation>快捷回复</translation>
    </message>
    <message>
        <source>1 hit</source>
        <translation>1 条</translation>
    </message>
    <message>
        <source>{count} hits</source>
        <translation>{count} 条</translation>
    </message>
    <message>
        <source>Wording {place} of {count}</source>
        <translation>第 {place} 种说法，共 {count} 种</translation>
    </message>
    <message>
        <source>Copied as soon as the replies are read</source>
        <translation>回复读取完成后马上复制</translation>
    </message>
    <message>
        <source>Nothing to copy</source>
        <translation>没有可以复制的内容</translation>
    </message>
</context>
<context>
    <name>ReplyPanelWords</name>
    <message>
        <source>to fill in</source>
        <translation>缺变量</translation>
    </message>
    <message>
        <source>to mend</source>
        <translation>要修改</translation>
    </message>
    <message>
        <source>text and picture</source>
        <translation>图文</translation>
    </message>
    <message>
        <source>text and file</source>
        <translation>文字+文件</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>ReplyProblems</name>
    <message>
        <source>A variable is not closed with }}.</source>
        <translation>变量缺少 }}。</translation>
    </message>
    <message>
        <source>A }} closes nothing; write }}}} for the character itself.</source>
        <translation>多了一个 }}；要写这个字符本身请写 }}}}。</translation>
    </message>
    <message>
        <source>A variable has no name.</source>
        <translation>变量没有名称。</translation>
    </message>
    <message>
        <source>The length limit of a variable is not a number from 1.</source>
        <translation>变量的字数限制应是从 1 开始的数字。</translation>
    </message>
    <message>
        <source>“{written}” looks like a variable of another program; buyers would read it as it stands.</source>
        <translation>“{written}”像是其他软件的变量，买家会看到原样文字。</translation>
    </message>
    <message>
        <source>There is no shared part {written}.</source>
        <translation>没有共用片段 {written}。</translation>
    </message>
    <message>
        <source>The shared part {written} would stand inside itself.</source>
        <translation>共用片段 {written} 引用了它自己。</translation>
    </message>
    <message>
        <source>A shared part has no fallback: {written}.</source>
        <translation>共用片段不能写备用文字：{written}。</translation>
    </message>
    <message>
        <source>With its shared parts the text is too long.</source>
        <translation>加上共用片段后内容过长。</translation>
    </message>
    <message>
        <source>{characters} characters; {platforms} takes {most}. What is underlined is too much.</source>
        <translation>共 {characters} 字，{platforms}最多 {most} 字，划线部分超出。</translation>
    </message>
    <message>
        <source>“{word}” on {platforms}: {title}. {instead}.</source>
        <translation>“{word}”在{platforms}：{title}。{instead}。</translation>
    </message>
    <message>
        <source>On {platforms}: {title}. {instead}.</source>
        <translation>在{platforms}：{title}。{instead}。</translation>
    </message>
    <message>
        <source>{count} platforms</source>
        <translation> {count} 个平台</translation>
    </message>
    <message>
        <source>Rule of {platform}: {source}; read {day}</source>
        <translation>{platform}规则：{source}；查阅于 {day}</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Save the bad rows…</source>
        <translation>保存有问题的行…</translation>
    </message>
    <message>
        <source>Mend them in the file, and import it again</source>
        <translation>在文件里改好后再导入一次</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题说明</translation>
    </message>
    <message>
        <source>Every row was taken without a problem</source>
        <translation>每一行都顺利导入</translation>
    </message>
    <message>
        <source>Problems: {count}</source>
        <translation>问题：{count}</translation>
    </message>
    <message>
        <source>several currencies</source>
        <translation>多种币种</translation>
    </message>
    <message>
        <source>{amount} refunded</source>
        <translation>已退款 {amount}</translation>
    </message>
    <message>
        <source>New orders</source>
        <translation>新增订单</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新订单</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>Skipped rows</source>
        <translation>跳过的行</translation>
    </message>
    <message>
        <source>New members</source>
        <translation>新增会员</translation>
    </message>
    <message>
        <source>Refreshed</source>
        <translation>更新会员</translation>
    </message>
    <message>
        <source>{count} opted out</source>
        <translation>{count} 位退订</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>of {count} orders</source>
        <translation>涉及 {count} 笔订单</translation>
    </message>
    <message>
        <source>orders known here</source>
        <translation>本店已有的订单</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>退款金额</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>退订</translation>
    </message>
    <message>
        <source>members get no marketing SMS</source>
        <translation>位会员不再收营销短信</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>同意接收</translation>
    </message>
    <message>
        <source>members agreed to be written to</source>
        <translation>位会员同意接收信息</translation>
    </message>
    <message>
        <source>of {count} in the file</source>
        <translation>文件中共 {count}</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付</translation>
    </message>
    <message>
        <source>This very file was imported on {time}; nothing has changed.</source>
        <translation>这个文件已在 {time} 导入过，没有任何变化。</translation>
    </message>
    <message>
        <source>The shop knew all of this already; nothing has changed.</source>
        <translation>这些内容店铺里都有了，没有任何变化。</translation>
    </message>
</context>
<context>
    <name>RfmDialog</name>
    <message>
        <source>Recency, frequency, money</source>
        <translation>RFM：最近下单、下单次数、消费金额</translation>
    </message>
    <message>
        <source>Everybody who bought, by how lately and how often. Drag over cells to choose people.</source>
        <translation>所有买过的人，按最近一次下单和下单次数分格。拖选格子来选人。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Money (M)</source>
        <translation>金额（M）</translation>
    </message>
    <message>
        <source>What the cells show</source>
        <translation>格子里显示</translation>
    </message>
    <message>
        <source>Where the scores begin</source>
        <translation>分数从哪里开始</translation>
    </message>
    <message>
        <source>Fit to this shop</source>
        <translation>按本店划分</translation>
    </message>
    <message>
        <source>Put about a fifth of the buyers into each score</source>
        <translation>让每个分数大约占五分之一的买家</translation>
    </message>
    <message>
        <source>Usual cuts</source>
        <translation>常用划分</translation>
    </message>
    <message>
        <source>Save these cuts</source>
        <translation>保存这些划分</translation>
    </message>
    <message>
        <source>Segments with an RFM condition are counted with the saved cuts.</source>
        <translation>含 RFM 条件的人群按保存的划分统计。</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Add to this segment</source>
        <translation>加到本人群</translation>
    </message>
    <message>
        <source>New segment</source>
        <translation>新建人群</translation>
    </message>
    <message>
        <source>{count} people in the grid.</source>
        <translation>矩阵里共 {count} 人。</translation>
    </message>
    <message>
        <source>{count} more have no order with a date, and no scores.</source>
        <translation>另有 {count} 人没有带日期的订单，没有分数。</translation>
    </message>
    <message>
        <source>within {days} d</source>
        <translation>{days} 天内</translation>
    </message>
    <message>
        <source>over {days} d</source>
        <translation>超过 {days} 天</translation>
    </message>
    <message>
        <source>{count}+ orders</source>
        <translation>{count} 笔以上</translation>
    </message>
    <message>
        <source>1 order</source>
        <translation>1 笔</translation>
    </message>
    <message>
        <source>{count} orders</source>
        <translation>{count} 笔</translation>
    </message>
    <message>
        <source>{low}–{high} orders</source>
        <translation>{low}–{high} 笔</translation>
    </message>
    <message>
        <source>{count} people chosen</source>
        <translation>已选 {count} 人</translation>
    </message>
    <message>
        <source>RFM segment</source>
        <translation>RFM 人群</translation>
    </message>
</context>
<context>
    <name>RfmEditor</name>
    <message>
        <source>R: how recently (5 = latest)</source>
        <translation>R：最近一次下单（5 = 最近）</translation>
    </message>
    <message>
        <source>F: how often (5 = most)</source>
        <translation>F：下单次数（5 = 最多）</translation>
    </message>
    <message>
        <source>M: how much (5 = most)</source>
        <translation>M：累计金额（5 = 最多）</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>RfmGrid</name>
    <message>
        <source>Recency and frequency</source>
        <translation>最近下单与下单次数</translation>
    </message>
    <message>
        <source>brushed</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>not brushed</source>
        <translation>未选</translation>
    </message>
</context>
<context>
    <name>RowView</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>不限时间</translation>
    </message>
    <message>
        <source>Not: {words}</source>
        <translation>排除：{words}</translation>
    </message>
    <message>
        <source>Muted: {words}</source>
        <translation>已停用：{words}</translation>
    </message>
    <message>
        <source>The row matches; the member&apos;s own value: {value}</source>
        <translation>符合这个条件，本人的值：{value}</translation>
    </message>
    <message>
        <source>The row does not match; the member&apos;s own value: {value}</source>
        <translation>不符合这个条件，本人的值：{value}</translation>
    </message>
    <message>
        <source>not</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Press to take the “not” away</source>
        <translation>点一下取消“排除”</translation>
    </message>
</context>
<context>
    <name>RuleCard</name>
    <message>
        <source>Save the rule</source>
        <translation>保存规则</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Restore the built-in definition</source>
        <translation>恢复内置定义</translation>
    </message>
</context>
<context>
    <name>RunPane</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>One step back (Backspace or ←)</source>
        <translation>退回上一步（退格键或 ←）</translation>
    </message>
    <message>
        <source>Not known of this person: {names}. Leave it out.</source>
        <translation>不知道这位的{names}，这里略过不说。</translation>
    </message>
    <message>
        <source>Go on (Esc)</source>
        <translation>继续通话（Esc）</translation>
    </message>
    <message>
        <source>Other outcome (Esc)</source>
        <translation>换个结果（Esc）</translation>
    </message>
    <message>
        <source>End the call (Esc)</source>
        <translation>结束通话（Esc）</translation>
    </message>
    <message>
        <source>{step}: {answer}</source>
        <translation>{step}：{answer}</translation>
    </message>
    <message>
        <source>Back to this step</source>
        <translation>退回这一步</translation>
    </message>
    <message>
        <source>How did the call end?</source>
        <translation>这通电话结果如何？</translation>
    </message>
    <message>
        <source>Tags: {tags}</source>
        <translation>将打上标签：{tags}</translation>
    </message>
    <message>
        <source>No tags follow from the answers.</source>
        <translation>这些回答不打标签。</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>“{name}” is saved.</source>
        <translation>已保存“{name}”。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>“{title}” is saved.</source>
        <translation>已保存“{title}”。</translation>
    </message>
    <message>
        <source>“{title}” is not saved yet: {reason}</source>
        <translation>“{title}”还没有保存：{reason}</translation>
    </message>
    <message>
        <source>Back to it</source>
        <translation>回去修改</translation>
    </message>
</context>
<context>
    <name>ScriptChanges</name>
    <message>
        <source>“{title}” is removed.</source>
        <translation>已删除“{title}”。</translation>
    </message>
    <message>
        <source>{count} steps are removed.</source>
        <translation>已删除 {count} 个步骤。</translation>
    </message>
    <message>
        <source>“{words}” stands nowhere.</source>
        <translation>没有找到“{words}”。</translation>
    </message>
    <message>
        <source>Places written anew: {count}. Answers lead where they led.</source>
        <translation>已替换 {count} 处，各回答的去向不变。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>There are later changes: Ctrl+Z takes them back one by one.</source>
        <translation>后面还有别的改动：请按 Ctrl+Z 逐步撤销。</translation>
    </message>
</context>
<context>
    <name>ScriptEditor</name>
    <message>
        <source>Call</source>
        <translation>打电话</translation>
    </message>
    <message>
        <source>Call people with this script</source>
        <translation>用这套话术打电话</translation>
    </message>
    <message>
        <source>Hand on</source>
        <translation>导出与交接</translation>
    </message>
    <message>
        <source>Back to all call scripts</source>
        <translation>返回全部话术</translation>
    </message>
    <message>
        <source>Name of the script</source>
        <translation>话术名称</translation>
    </message>
    <message>
        <source>A script has room for {steps} steps, and for {characters} characters in all.</source>
        <translation>一套话术最多 {steps} 步，总共 {characters} 个字符。</translation>
    </message>
    <message>
        <source>Untitled step</source>
        <translation>未命名步骤</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 个问题</translation>
    </message>
    <message>
        <source>{count} problems</source>
        <translation>{count} 个问题</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>{count} 步</translation>
    </message>
    <message>
        <source>{shortest}–{longest} s to say</source>
        <translation>说完要 {shortest}–{longest} 秒</translation>
    </message>
</context>
<context>
    <name>ScriptForm</name>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Spoken in</source>
        <translation>语言</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>异议</translation>
    </message>
    <message>
        <source>Add an objection</source>
        <translation>添加一条异议</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>开场步骤</translation>
    </message>
    <message>
        <source>It may take</source>
        <translation>开场限时</translation>
    </message>
    <message>
        <source>At every step may be answered</source>
        <translation>任何一步都可能的回答</translation>
    </message>
    <message>
        <source>Silence and refusal are written once here; a step that has the same answer goes its own way.</source>
        <translation>不出声、拒接来电在这里写一次就够；某一步自己写了同样的回答，就走它自己的。</translation>
    </message>
    <message>
        <source>Objections at hand</source>
        <translation>常见异议</translation>
    </message>
</context>
<context>
    <name>ScriptScene</name>
    <message>
        <source>At every step</source>
        <translation>任何一步</translation>
    </message>
    <message>
        <source>What may be answered at any time</source>
        <translation>随时可能听到的回答</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>{count} ended</source>
        <translation>{count} 通在此结束</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>开场</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>SegmentEditor</name>
    <message>
        <source>Find a segment</source>
        <translation>查找人群</translation>
    </message>
    <message>
        <source>There is no other saved segment yet.</source>
        <translation>还没有其他已保存的人群。</translation>
    </message>
</context>
<context>
    <name>SegmentList</name>
    <message>
        <source>Segments</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>Groups of members you write to, kept as conditions and counted as of today.</source>
        <translation>按条件圈出要联系的会员，人数截至今天。</translation>
    </message>
    <message>
        <source>New segment</source>
        <translation>新建人群</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>Lists of nicks, phones or orders that segments can ask for</source>
        <translation>昵称、手机号或订单号的名单，可用作人群条件</translation>
    </message>
    <message>
        <source>RFM grid</source>
        <translation>RFM 矩阵</translation>
    </message>
    <message>
        <source>Choose people by how lately, how often and for how much they bought</source>
        <translation>按最近下单、下单次数和消费金额选人</translation>
    </message>
    <message>
        <source>Your segments</source>
        <translation>我的人群</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>重命名（F2）</translation>
    </message>
    <message>
        <source>Duplicate (Ctrl+D)</source>
        <translation>复制（Ctrl+D）</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>删除（Del）</translation>
    </message>
    <message>
        <source>No segment of your own yet</source>
        <translation>还没有自己的人群</translation>
    </message>
    <message>
        <source>Begin with a ready-made one below, or build your own from single conditions.</source>
        <translation>从下面现成的人群开始，或者用条件自己搭一个。</translation>
    </message>
    <message>
        <source>Ready-made, one click makes a copy of your own</source>
        <translation>现成的人群，点一下就复制成自己的</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>SegmentTable</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>{name} · not saved</source>
        <translation>{name} · 未保存</translation>
    </message>
</context>
<context>
    <name>SegmentsPage</name>
    <message>
        <source>Segments need members</source>
        <translation>先有会员，才有人群</translation>
    </message>
    <message>
        <source>Import the orders of your shop, and this page finds the right people among its buyers.</source>
        <translation>导入店铺的订单，就能在这里从买家中找出合适的人。</translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation>导入订单</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>New segment</source>
        <translation>新人群</translation>
    </message>
    <message>
        <source>{name} copy</source>
        <translation>{name} 副本</translation>
    </message>
    <message>
        <source>Deleted “{name}”.</source>
        <translation>已删除“{name}”。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>SelectedReplies</name>
    <message>
        <source>The order is changed.</source>
        <translation>顺序已调整。</translation>
    </message>
    <message>
        <source>Moved into “{group}”.</source>
        <translation>已移到“{group}”。</translation>
    </message>
    <message>
        <source>In no group any more.</source>
        <translation>已移出分组。</translation>
    </message>
    <message>
        <source>Do not pin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>历史版本…</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>移动到</translation>
    </message>
    <message>
        <source>no group</source>
        <translation>未分组</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>SentEditor</name>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Any audience; or find one</source>
        <translation>任意人群包；或查找</translation>
    </message>
</context>
<context>
    <name>SequenceEditor</name>
    <message>
        <source>was followed by</source>
        <translation>之后又</translation>
    </message>
    <message>
        <source>was not followed by</source>
        <translation>之后没有</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>within</source>
        <translation>限</translation>
    </message>
    <message>
        <source>day</source>
        <translation>天内</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天内</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>First order</source>
        <translation>先下的单</translation>
    </message>
    <message>
        <source>Later order</source>
        <translation>后下的单</translation>
    </message>
    <message>
        <source>Which of the two orders</source>
        <translation>两单中的哪一单</translation>
    </message>
</context>
<context>
    <name>SessionView</name>
    <message>
        <source>This person has refused calls meanwhile. Do not call; skip them.</source>
        <translation>这位刚刚拒绝了来电，请不要拨打，直接跳过。</translation>
    </message>
    <message>
        <source>Noted: this person is not called again. Going back takes it back.</source>
        <translation>已登记：以后不再打给这位。退回上一步即可撤回。</translation>
    </message>
    <message>
        <source>This person is not in the shop any more; nothing was saved.</source>
        <translation>会员里已经没有这位，没有保存。</translation>
    </message>
    <message>
        <source>Given by a rule only, so not by this call: {tags}.</source>
        <translation>这些标签由规则自动打，这次没有打上：{tags}。</translation>
    </message>
    <message>
        <source>Paused at {number} of {total}; {called} calls are recorded.</source>
        <translation>停在第 {number} 位，共 {total} 位；已记录 {called} 通。</translation>
    </message>
    <message>
        <source>The call is not in the shop any more.</source>
        <translation>这通电话的记录已经不在了。</translation>
    </message>
</context>
<context>
    <name>SettingProblems</name>
    <message>
        <source>There is no such time zone. Type a city, such as Shanghai, and choose from the list.</source>
        <translation>没有这个时区。输入城市的英文名，如 Shanghai，再从列表中选择。</translation>
    </message>
    <message>
        <source>A currency is three capital letters, such as CNY.</source>
        <translation>币种是三个大写字母，如 CNY。</translation>
    </message>
    <message>
        <source>This is not an amount. Write it like 0.05.</source>
        <translation>这不是金额，请写成 0.05 这样。</translation>
    </message>
    <message>
        <source>A price is at least 0 and at most 100.</source>
        <translation>单价在 0 到 100 之间。</translation>
    </message>
    <message>
        <source>Write the signature without brackets; 【】 are put around it.</source>
        <translation>签名不用写括号，会自动加上 【】。</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>太长了。</translation>
    </message>
    <message>
        <source>At most {days} days.</source>
        <translation>最多 {days} 天。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Everything is saved as soon as you change it.</source>
        <translation>改动会立即保存。</translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message>
        <source>The group “{name}”</source>
        <translation>分组“{name}”</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
</context>
<context>
    <name>SetupCard</name>
    <message>
        <source>Card</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>卡片服务商</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>营销</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Your shop</source>
        <translation>您的店铺</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Rules: {source}; read {day}</source>
        <translation>规则依据：{source}；{day} 核对</translation>
    </message>
</context>
<context>
    <name>SharingDialog</name>
    <message>
        <source>Share with other PCs</source>
        <translation>与其他电脑共享</translation>
    </message>
    <message>
        <source>Everybody shares through one file, on a network drive or a stick, when it suits. What two people changed is kept from both; your own groups stay with you.</source>
        <translation>大家通过共享盘或 U 盘上的同一个文件共享，什么时候同步都行。两个人改过的内容都会保留；“仅自己”的分组不会共享。</translation>
    </message>
    <message>
        <source>Replies of the shop</source>
        <translation>店铺回复</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>去确认…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Share now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Sharing through {file}…</source>
        <translation>正在通过 {file} 同步…</translation>
    </message>
    <message>
        <source>Shared. Written differently on two PCs: {count}. Nothing is lost; choose which words stay.</source>
        <translation>同步完成。有 {count} 处两台电脑写得不一样，都留着，请选用哪一种。</translation>
    </message>
    <message>
        <source>Shared: this PC and the file are the same now.</source>
        <translation>同步完成，这台电脑和共享文件一致了。</translation>
    </message>
    <message>
        <source>Share with it too</source>
        <translation>也和它同步</translation>
    </message>
    <message>
        <source>Make a new file</source>
        <translation>新建一个文件</translation>
    </message>
</context>
<context>
    <name>ShopCard</name>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Shown in the window&apos;s title.</source>
        <translation>显示在窗口标题里。</translation>
    </message>
    <message>
        <source>Named like its file</source>
        <translation>与文件同名</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Where a day begins; times in files that name no zone are read in it. Type a city.</source>
        <translation>一天从何时算起；文件里没写时区的时间也按它理解。输入城市的英文名。</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Amounts are shown and typed in it. Nothing is converted.</source>
        <translation>金额按这个币种显示和填写，不做换算。</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>全部步骤</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>整套</translation>
    </message>
    <message>
        <source>Beside the canvas</source>
        <translation>画布旁</translation>
    </message>
    <message>
        <source>Every path comes to an end, and every answer has a way.</source>
        <translation>每条路都走得到头，每个回答都有去处。</translation>
    </message>
    <message>
        <source>Steps of the script</source>
        <translation>话术的步骤</translation>
    </message>
    <message>
        <source>Untitled step</source>
        <translation>未命名步骤</translation>
    </message>
    <message>
        <source>Problems {count}</source>
        <translation>问题 {count}</translation>
    </message>
</context>
<context>
    <name>SizeChart</name>
    <message>
        <source>Size over the last 24 months</source>
        <translation>近 24 个月的人数</translation>
    </message>
    <message>
        <source>{day}: {count} people</source>
        <translation>{day}：{count} 人</translation>
    </message>
    <message>
        <source>24 months ago</source>
        <translation>24 个月前</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>SmsCard</name>
    <message>
        <source>SMS</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Put in 【】 before a text whose template has none of its own. Write it without the brackets.</source>
        <translation>模板没有自己的签名时，放进 【】 加在开头。这里不用写括号。</translation>
    </message>
    <message>
        <source>Opt-out wording</source>
        <translation>退订用语</translation>
    </message>
    <message>
        <source>Tells people how to refuse; put after every marketing text.</source>
        <translation>告诉对方怎样退订，加在每条营销短信末尾。</translation>
    </message>
    <message>
        <source>Price per part</source>
        <translation>每条单价</translation>
    </message>
    <message>
        <source>What your provider bills for one part, in the shop&apos;s currency. Long texts have several parts.</source>
        <translation>短信服务商每条的收费，用店铺的币种。长短信按多条计费。</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>Quiet time</source>
        <translation>静默天数</translation>
    </message>
    <message>
        <source>Whoever was written to within these days is left out of the next audience. 0 leaves nobody out.</source>
        <translation>这些天内已触达的人，不进入下一个人群包。填 0 则不剔除。</translation>
    </message>
    <message>
        <source>Consent required</source>
        <translation>须已同意</translation>
    </message>
    <message>
        <source>Marketing goes only to people whose consent is recorded. Whoever opted out never gets any, with or without this.</source>
        <translation>营销短信只发给已记录同意的人。无论是否打开，都不会发给已退订的人。</translation>
    </message>
</context>
<context>
    <name>SpokenField</name>
    <message>
        <source>What the caller says</source>
        <translation>这一步要说的话</translation>
    </message>
    <message>
        <source>{} Variable</source>
        <translation>{} 变量</translation>
    </message>
    <message>
        <source>Insert a variable into “{field}”</source>
        <translation>在“{field}”中插入变量</translation>
    </message>
    <message>
        <source>Remove “{field}”</source>
        <translation>删除“{field}”</translation>
    </message>
    <message>
        <source>{seconds} seconds to say</source>
        <translation>说完约 {seconds} 秒</translation>
    </message>
</context>
<context>
    <name>StaleReplies</name>
    <message>
        <source>its last day was {until}</source>
        <translation>已于 {until} 过期</translation>
    </message>
    <message>
        <source>speaks of {promotion}, which ended on {ended}</source>
        <translation>提到的“{promotion}”已于 {ended} 结束</translation>
    </message>
    <message>
        <source>says {said}, but “{product}” sells at {newest}</source>
        <translation>写的是 {said}，但“{product}”现价 {newest}</translation>
    </message>
    <message>
        <source>not taken for {days} days</source>
        <translation>{days} 天没有用过</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>{file} is open already: its reply panel is called.</source>
        <translation>{file} 已经打开，正在叫出它的快捷回复面板。</translation>
    </message>
    <message>
        <source>{file} is open already: its window comes to the front.</source>
        <translation>{file} 已经打开，窗口已转到最前面。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The shop cannot be opened</source>
        <translation>店铺打不开</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>StarterCard</name>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Begin with “{name}”</source>
        <translation>从“{name}”开始</translation>
    </message>
</context>
<context>
    <name>StarterGallery</name>
    <message>
        <source>Find a ready-made segment</source>
        <translation>查找现成人群</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>StartersDialog</name>
    <message>
        <source>Ready-made replies</source>
        <translation>现成话术</translation>
    </message>
    <message>
        <source>A set for shops, to be changed as you like. What you have already is not doubled.</source>
        <translation>一套店铺常用话术，可以随意修改。已有的不会重复添加。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Choose all or none</source>
        <translation>全选 / 全不选</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>All of them are there already</source>
        <translation>已经全部添加</translation>
    </message>
    <message>
        <source>To be added: {count}</source>
        <translation>将添加 {count} 条回复。</translation>
    </message>
    <message>
        <source>Nothing is chosen that is not there already.</source>
        <translation>没有选择新的回复。</translation>
    </message>
</context>
<context>
    <name>StepForm</name>
    <message>
        <source>What the step is for</source>
        <translation>这一步是做什么的</translation>
    </message>
    <message>
        <source>Title of the step</source>
        <translation>步骤标题</translation>
    </message>
    <message>
        <source>Another wording</source>
        <translation>另一种说法</translation>
    </message>
    <message>
        <source>Said in turn when the step comes again</source>
        <translation>再走到这一步时轮流使用</translation>
    </message>
    <message>
        <source>Not said: what to mind here</source>
        <translation>不念出来：这一步要留意什么</translation>
    </message>
    <message>
        <source>Hint for the caller</source>
        <translation>给打电话的人的提示</translation>
    </message>
    <message>
        <source>goes on with an answer</source>
        <translation>按回答继续</translation>
    </message>
    <message>
        <source>After this step</source>
        <translation>这一步之后</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Make it the opening</source>
        <translation>设为开场</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>要说的话</translation>
    </message>
    <message>
        <source>For the caller</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>After this step the call …</source>
        <translation>这一步之后，通话……</translation>
    </message>
    <message>
        <source>Wording {number}</source>
        <translation>说法 {number}</translation>
    </message>
</context>
<context>
    <name>StepTable</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>去向</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>problems: {count}</source>
        <translation>问题：{count} 个</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>StudioCard</name>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
    <message>
        <source>What differs for each person cannot be recorded: {names}. Say the words in colour instead.</source>
        <translation>每个人不同的内容录不进去：{names}。彩色的词照着念就行。</translation>
    </message>
    <message>
        <source>The system&apos;s own</source>
        <translation>系统默认麦克风</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新检测</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Space; Esc throws the recording away, ↑ and ↓ go to another wording</source>
        <translation>空格键；Esc 丢弃这次录音，↑ ↓ 换一段话</translation>
    </message>
    <message>
        <source>{time} of about {estimate}</source>
        <translation>{time} / 约 {estimate}</translation>
    </message>
    <message>
        <source>about {estimate}</source>
        <translation>约 {estimate}</translation>
    </message>
</context>
<context>
    <name>SuggestionCard</name>
    <message>
        <source>Suggested categories</source>
        <translation>建议的类目</translation>
    </message>
    <message>
        <source>From the words that your titles share, with the products each would take. Nothing is added before you choose it.</source>
        <translation>取自你的商品标题里共有的词，数字是会归入的商品数。点了才会添加。</translation>
    </message>
    <message>
        <source>Add all of them</source>
        <translation>全部添加</translation>
    </message>
    <message>
        <source>+ {name}  {count}</source>
        <translation>+ {name}  {count}</translation>
    </message>
    <message>
        <source>Add the category {name}</source>
        <translation>添加类目“{name}”</translation>
    </message>
</context>
<context>
    <name>TableFormats</name>
    <message>
        <source>CSV for Excel</source>
        <translation>CSV（Excel）</translation>
    </message>
    <message>
        <source>CSV, GB18030</source>
        <translation>CSV（GB18030）</translation>
    </message>
    <message>
        <source>XLSX</source>
        <translation>XLSX</translation>
    </message>
</context>
<context>
    <name>TagCard</name>
    <message>
        <source>Close the tag</source>
        <translation>关闭标签</translation>
    </message>
    <message>
        <source>Give this tag</source>
        <translation>启用这个标签</translation>
    </message>
    <message>
        <source>{count} people, {share} of everybody</source>
        <translation>{count} 人，占全部会员的 {share}</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>“{name}”</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另外 {count} 个</translation>
    </message>
    <message>
        <source>Asked for by the segments {names}</source>
        <translation>这些人群用到了它：{names}</translation>
    </message>
    <message>
        <source>Make a segment</source>
        <translation>建人群</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Other segment…</source>
        <translation>换人群…</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>合并到…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>TagEditor</name>
    <message>
        <source>Find or type a tag</source>
        <translation>查找或输入标签</translation>
    </message>
</context>
<context>
    <name>TagNameDialog</name>
    <message>
        <source>Rename the tag</source>
        <translation>重命名标签</translation>
    </message>
    <message>
        <source>Segments that ask for it ask for the new name.</source>
        <translation>用到它的人群会一起改名。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
</context>
<context>
    <name>TagTable</name>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>off</source>
        <translation>已停用</translation>
    </message>
</context>
<context>
    <name>TagWords</name>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>笔</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>件</translation>
    </message>
    <message>
        <source>categories</source>
        <translation>个类目</translation>
    </message>
    <message>
        <source>times</source>
        <translation>次</translation>
    </message>
    <message>
        <source>o&apos;clock</source>
        <translation>点</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>Given and taken by hand</source>
        <translation>手动打上或去掉</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另外 {count} 个</translation>
    </message>
</context>
<context>
    <name>TagsCard</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Given by the rule of this tag; it is checked again after every import.</source>
        <translation>按标签规则自动打上，每次导入后重新判断。</translation>
    </message>
    <message>
        <source>{tag} ×</source>
        <translation>{tag} ×</translation>
    </message>
    <message>
        <source>Remove the tag {tag}</source>
        <translation>移除标签 {tag}</translation>
    </message>
</context>
<context>
    <name>TagsPage</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>Find a tag</source>
        <translation>查找标签</translation>
    </message>
    <message>
        <source>{tags} tags, {rules} of them given by rules and worked out again after each import.</source>
        <translation>{tags} 个标签，其中 {rules} 个按规则打，每次导入后重新计算。</translation>
    </message>
    <message>
        <source>No tag is called like this</source>
        <translation>没有这样的标签</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>No tags yet</source>
        <translation>还没有标签</translation>
    </message>
    <message>
        <source>Import the order list of your platform: rules then tag the people in it, by how long ago they bought, what they spend, what they like and when they shop.</source>
        <translation>导入平台的订单后，规则会自动给买家打标签：多久没买、花了多少、喜欢什么、什么时候下单。</translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation>导入订单</translation>
    </message>
    <message>
        <source>The rule was changed.</source>
        <translation>规则已修改。</translation>
    </message>
    <message>
        <source>Renamed “{name}”.</source>
        <translation>已重命名“{name}”。</translation>
    </message>
    <message>
        <source>There is no other tag that is given by hand.</source>
        <translation>没有别的手动标签可以合并。</translation>
    </message>
    <message>
        <source>Merged “{name}”.</source>
        <translation>已合并“{name}”。</translation>
    </message>
    <message>
        <source>Deleted “{name}”.</source>
        <translation>已删除“{name}”。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>TakeWork</name>
    <message>
        <source>The take is deleted.</source>
        <translation>这段录音已删除。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>TakesCard</name>
    <message>
        <source>Takes</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Whole take</source>
        <translation>用整段</translation>
    </message>
    <message>
        <source>The take in use</source>
        <translation>正在使用的录音</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>试听</translation>
    </message>
    <message>
        <source>The text takes about {seconds}.</source>
        <translation>这段话大约要 {seconds}。</translation>
    </message>
    <message>
        <source>{used} of {whole} are used; the text takes about {estimate}.</source>
        <translation>共 {whole}，使用 {used}；这段话大约要 {estimate}。</translation>
    </message>
    <message>
        <source>That is slow.</source>
        <translation>语速偏慢。</translation>
    </message>
    <message>
        <source>That is fast.</source>
        <translation>语速偏快。</translation>
    </message>
    <message>
        <source>Cut {seconds} of silence</source>
        <translation>剪掉 {seconds} 空白</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>Copied, but not counted as used: {why}</source>
        <translation>已复制，但没能记下这次使用：{why}</translation>
    </message>
</context>
<context>
    <name>TargetChip</name>
    <message>
        <source>nowhere yet</source>
        <translation>还没有去处</translation>
    </message>
    <message>
        <source>a step that is gone</source>
        <translation>已不存在的步骤</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>走到</translation>
    </message>
    <message>
        <source>A new step</source>
        <translation>一个新步骤</translation>
    </message>
    <message>
        <source>Nowhere</source>
        <translation>先不定</translation>
    </message>
    <message>
        <source>Find a step</source>
        <translation>查找步骤</translation>
    </message>
</context>
<context>
    <name>TemplateEditor</name>
    <message>
        <source>New text</source>
        <translation>新模板</translation>
    </message>
    <message>
        <source>Only the first {count} characters were pasted; no text message is that long.</source>
        <translation>只粘贴了前 {count} 个字符，短信不会这么长。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>TemplateList</name>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Texts for many people. Each variable is filled in for every receiver.</source>
        <translation>发给很多人的文案，变量会按每个收信人填好。</translation>
    </message>
    <message>
        <source>New text</source>
        <translation>新建模板</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Find by name, text or pinyin</source>
        <translation>按名称、内容或拼音查找</translation>
    </message>
    <message>
        <source>Your texts</source>
        <translation>我的模板</translation>
    </message>
    <message>
        <source>Ready-made texts</source>
        <translation>现成的模板</translation>
    </message>
    <message>
        <source>No texts yet</source>
        <translation>还没有模板</translation>
    </message>
    <message>
        <source>Write your first text, or begin with one of the ready-made texts below.</source>
        <translation>写第一个模板，或者从下面现成的模板开始。</translation>
    </message>
    <message>
        <source>No text like that</source>
        <translation>没有找到文案</translation>
    </message>
</context>
<context>
    <name>TemplateSections</name>
    <message>
        <source>SMS</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Call scripts</source>
        <translation>外呼话术</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>栏目</translation>
    </message>
</context>
<context>
    <name>TemplateTable</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文案</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>条数</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>营销</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>通知</translation>
    </message>
</context>
<context>
    <name>TemplatesPage</name>
    <message>
        <source>New text</source>
        <translation>新模板</translation>
    </message>
    <message>
        <source>“{name}” is a copy now.</source>
        <translation>已复制为“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” is in {folder} now.</source>
        <translation>“{name}”已移到 {folder}。</translation>
    </message>
    <message>
        <source>“{name}” is in no folder any more.</source>
        <translation>“{name}”已移出文件夹。</translation>
    </message>
    <message>
        <source>Import texts</source>
        <translation>导入文案</translation>
    </message>
    <message>
        <source>Texts taken over: {count}</source>
        <translation>已导入 {count} 条文案</translation>
    </message>
    <message>
        <source>Export texts</source>
        <translation>导出文案</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>短信文案</translation>
    </message>
    <message>
        <source>Written: {count} texts in {path}</source>
        <translation>已导出 {count} 条文案：{path}</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文案</translation>
    </message>
    <message>
        <source>“{name}” is deleted.</source>
        <translation>已删除“{name}”。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>TextCard</name>
    <message>
        <source>Text</source>
        <translation>文案</translation>
    </message>
    <message>
        <source>{} Variable</source>
        <translation>{} 变量</translation>
    </message>
    <message>
        <source>Insert something that differs for each member (Ctrl+M)</source>
        <translation>插入因人而异的内容（Ctrl+M）</translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation>短信文案</translation>
    </message>
    <message>
        <source>Write what everybody gets; type { for what differs</source>
        <translation>写大家都收到的内容；打 { 插入变量</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>“{char}” at character {place} makes every part hold 70 instead of 160 characters.</source>
        <translation>第 {place} 个字符“{char}”会让每条从 160 个字符变成 70 个。</translation>
    </message>
    <message>
        <source>“{twin}” would not.</source>
        <translation>换成“{twin}”就不会。</translation>
    </message>
    <message>
        <source>“{char}” counts as two characters.</source>
        <translation>“{char}”按两个字计费。</translation>
    </message>
    <message>
        <source>“{char}” and {more} more count as two characters each.</source>
        <translation>“{char}”等 {more} 个以上字符每个按两个字计费。</translation>
    </message>
    <message>
        <source>{units} characters</source>
        <translation>{units} 字</translation>
    </message>
    <message>
        <source>{shortest} – {longest} characters</source>
        <translation>{shortest} – {longest} 字</translation>
    </message>
    <message>
        <source>One part; {left} more characters fit before a second one begins.</source>
        <translation>计费 1 条，再写 {left} 字以内不会变成 2 条。</translation>
    </message>
    <message>
        <source>Up to {parts} parts. Without the {over} underlined characters the longest text needs {fewer}; {left} more fit before part {next} begins.</source>
        <translation>最多计费 {parts} 条。去掉划线的 {over} 字，最长的一份只需 {fewer} 条；再写 {left} 字以内不会变成 {next} 条。</translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>is one of</source>
        <translation>是其中之一</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Find or type a value</source>
        <translation>查找或输入</translation>
    </message>
</context>
<context>
    <name>TextRow</name>
    <message>
        <source>{name}: insert a variable</source>
        <translation>{name}：插入变量</translation>
    </message>
    <message>
        <source>Insert something that differs for each member</source>
        <translation>插入因人而异的内容</translation>
    </message>
    <message>
        <source>{used} / {longest}</source>
        <translation>{used} / {longest}</translation>
    </message>
    <message>
        <source>Characters at most, with every variable at its longest</source>
        <translation>按变量最长时计算的字数上限</translation>
    </message>
</context>
<context>
    <name>TextSettings</name>
    <message>
        <source>Marketing</source>
        <translation>营销</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Your shop</source>
        <translation>您的店铺</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Opt-out wording</source>
        <translation>退订用语</translation>
    </message>
    <message>
        <source>Opt-out</source>
        <translation>退订</translation>
    </message>
    <message>
        <source>None of its own</source>
        <translation>不单独设置</translation>
    </message>
</context>
<context>
    <name>TimeEditor</name>
    <message>
        <source>Comparison</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Order {number}, {shop}</source>
        <translation>订单 {number}，{shop}</translation>
    </message>
    <message>
        <source>and {count} more lines</source>
        <translation>另有 {count} 行商品</translation>
    </message>
    <message>
        <source>{amount} refunded</source>
        <translation>已退款 {amount}</translation>
    </message>
    <message>
        <source>Refund of order {number}</source>
        <translation>订单 {number} 的退款</translation>
    </message>
    <message>
        <source>“{audience}” to {phone}</source>
        <translation>“{audience}”发往 {phone}</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>chat reply</source>
        <translation>聊天回复</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>orders in it: {count}</source>
        <translation>含 {count} 笔订单</translation>
    </message>
    <message>
        <source>a list of people</source>
        <translation>名单</translation>
    </message>
</context>
<context>
    <name>TimelineCard</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>What the timeline shows</source>
        <translation>时间线显示的内容</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>显示更早的</translation>
    </message>
    <message>
        <source>Nothing of this kind is known.</source>
        <translation>没有这类记录。</translation>
    </message>
    <message>
        <source>The oldest {count} orders are left out here; the file with all data has them.</source>
        <translation>最早的 {count} 笔订单这里不显示，导出的全部资料里有。</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close notice</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>TreeEditor</name>
    <message>
        <source>Groups can be nested {limit} levels deep, not deeper.</source>
        <translation>条件组最多嵌套 {limit} 层，不能再深了。</translation>
    </message>
    <message>
        <source>New condition</source>
        <translation>新条件</translation>
    </message>
    <message>
        <source>Find a condition</source>
        <translation>查找条件：拼音、首字母都可以</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Turn into its opposite</source>
        <translation>改为相反条件</translation>
    </message>
    <message>
        <source>Apply again</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Put into a group</source>
        <translation>放进条件组</translation>
    </message>
    <message>
        <source>Dissolve the group</source>
        <translation>拆散条件组</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move in</source>
        <translation>移入组</translation>
    </message>
    <message>
        <source>Move out</source>
        <translation>移出组</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Paste below</source>
        <translation>粘贴到下面</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>UsedInCard</name>
    <message>
        <source>Used in</source>
        <translation>被引用于</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 条</translation>
    </message>
    <message>
        <source>No reply names it yet: write {&gt;%title} where it is to stand.</source>
        <translation>还没有回复引用它：在需要的地方写 {&gt;%title}。</translation>
    </message>
</context>
<context>
    <name>ValueChoice</name>
    <message>
        <source>{count} people</source>
        <translation>{count} 人</translation>
    </message>
</context>
<context>
    <name>ValuesCard</name>
    <message>
        <source>Example values</source>
        <translation>示例内容</translation>
    </message>
    <message>
        <source>Empty a field to see what is said when it is not known.</source>
        <translation>清空一项，看看不知道时会怎么说。</translation>
    </message>
</context>
<context>
    <name>VariableList</name>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
</context>
<context>
    <name>VariablePopover</name>
    <message>
        <source>say instead</source>
        <translation>改说</translation>
    </message>
    <message>
        <source>leave it out</source>
        <translation>留空</translation>
    </message>
    <message>
        <source>do not send the text</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>When nothing is known</source>
        <translation>没有资料时</translation>
    </message>
    <message>
        <source>Words that suit anybody</source>
        <translation>对谁都合适的称呼</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>备用文字</translation>
    </message>
    <message>
        <source>Characters at most</source>
        <translation>最多字数</translation>
    </message>
    <message>
        <source>any length</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>移除变量</translation>
    </message>
</context>
<context>
    <name>Variables</name>
    <message>
        <source>Buyer nick</source>
        <translation>买家昵称</translation>
    </message>
    <message>
        <source>Name of the receiver</source>
        <translation>收货人姓名</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Product bought last</source>
        <translation>最近买的商品</translation>
    </message>
    <message>
        <source>Day of the last order</source>
        <translation>上次下单日期</translation>
    </message>
    <message>
        <source>Days since the last order</source>
        <translation>距上次下单天数</translation>
    </message>
    <message>
        <source>Number of orders</source>
        <translation>下单次数</translation>
    </message>
    <message>
        <source>Amount spent</source>
        <translation>累计实付</translation>
    </message>
    <message>
        <source>Name of your shop</source>
        <translation>店铺名称</translation>
    </message>
    <message>
        <source>needed by every member</source>
        <translation>每位会员都要有</translation>
    </message>
    <message>
        <source>“{fallback}” where nothing is known</source>
        <translation>没有时写“{fallback}”</translation>
    </message>
    <message>
        <source>left out where nothing is known</source>
        <translation>没有时留空</translation>
    </message>
    <message>
        <source>at most {limit} characters</source>
        <translation>最多 {limit} 个字</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Day of this order</source>
        <translation>下单日期</translation>
    </message>
    <message>
        <source>Product of this order</source>
        <translation>订单商品</translation>
    </message>
    <message>
        <source>Status of the order</source>
        <translation>订单状态</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>快递单号</translation>
    </message>
    <message>
        <source>Last four digits of the phone</source>
        <translation>手机尾号</translation>
    </message>
    <message>
        <source>Membership tier</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
</context>
<context>
    <name>Venn</name>
    <message>
        <source>Overlap</source>
        <translation>重叠</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>ok</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>review</source>
        <translation>人工审</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>【】 in the text</source>
        <translation>正文里的【】</translation>
    </message>
    <message>
        <source>Opt-out wording</source>
        <translation>退订语</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Variables side by side</source>
        <translation>变量相邻</translation>
    </message>
    <message>
        <source>Only variables</source>
        <translation>全是变量</translation>
    </message>
    <message>
        <source>Variable without a longest length</source>
        <translation>变量不限长度</translation>
    </message>
    <message>
        <source>Long values</source>
        <translation>变量过长</translation>
    </message>
    <message>
        <source>Link in a variable</source>
        <translation>变量里有链接</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>特殊符号</translation>
    </message>
    <message>
        <source>Sign the text with the name that is filed.</source>
        <translation>请填写已报备的签名。</translation>
    </message>
    <message>
        <source>Sign with {shortest} to {longest} characters.</source>
        <translation>签名用 {shortest} 到 {longest} 个字。</translation>
    </message>
    <message>
        <source>Leave 【】 to the signature; write “ ” or nothing.</source>
        <translation>【】只能用于签名；正文用“ ”或不加。</translation>
    </message>
    <message>
        <source>End the text with a way to refuse.</source>
        <translation>结尾写明如何退订。</translation>
    </message>
    <message>
        <source>Write {accepted}.</source>
        <translation>请写“{accepted}”。</translation>
    </message>
    <message>
        <source>Take it out of the text; the vendor adds it.</source>
        <translation>从正文删去，服务商会自动加。</translation>
    </message>
    <message>
        <source>Take the opt-out wording out of a notification.</source>
        <translation>通知短信不要带退订语。</translation>
    </message>
    <message>
        <source>Shorten it from {units} to {most} characters.</source>
        <translation>从 {units} 字缩短到 {most} 字以内。</translation>
    </message>
    <message>
        <source>Write a version without variables.</source>
        <translation>另写一版不带变量的。</translation>
    </message>
    <message>
        <source>Use at most {most} variables.</source>
        <translation>最多用 {most} 个变量。</translation>
    </message>
    <message>
        <source>Put a word between the two.</source>
        <translation>两个变量之间加上文字。</translation>
    </message>
    <message>
        <source>Say in fixed words what the text is about.</source>
        <translation>用固定文字说明短信内容。</translation>
    </message>
    <message>
        <source>Click the variable and give it a longest length.</source>
        <translation>点一下变量，设置最多字数。</translation>
    </message>
    <message>
        <source>Click the variable; {most} characters at most.</source>
        <translation>点一下变量，最多 {most} 个字。</translation>
    </message>
    <message>
        <source>Write the whole link as fixed text.</source>
        <translation>把完整链接写成固定文字。</translation>
    </message>
    <message>
        <source>Write it in words instead of {word}.</source>
        <translation>把“{word}”改成文字。</translation>
    </message>
    <message>
        <source>“{word}”: {title}</source>
        <translation>“{word}”：{title}</translation>
    </message>
    <message>
        <source>Source: {source}; read {day}</source>
        <translation>出处：{source}；{day} 查阅</translation>
    </message>
    <message>
        <source>Texts that get a link from {variable}: {count}. Vendors refuse a link in a variable.</source>
        <translation>有 {count} 条短信的{variable}里带链接。服务商会驳回变量里的链接。</translation>
    </message>
    <message>
        <source>Members without “{variable}”: {count}. Click it in the text and say what stands there instead.</source>
        <translation>{count} 位会员没有“{variable}”。点一下文案里的变量，写上没有时用什么代替。</translation>
    </message>
</context>
<context>
    <name>VersionTable</name>
    <message>
        <source>Saved</source>
        <translation>保存时间</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>改了什么</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>改了什么</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions</source>
        <translation>历史版本</translation>
    </message>
    <message>
        <source>Every time the segment was saved, with how many it matched then.</source>
        <translation>每次保存的人群，以及当时的人数。</translation>
    </message>
    <message>
        <source>Every save that changed something. Taking one up is a change like any other.</source>
        <translation>每次有改动的保存都在这里；选用旧版等同于一次修改。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Take up this version</source>
        <translation>恢复这个版本</translation>
    </message>
    <message>
        <source>First saved</source>
        <translation>第一次保存</translation>
    </message>
    <message>
        <source>renamed from “{name}”</source>
        <translation>原名“{name}”</translation>
    </message>
    <message>
        <source>another note</source>
        <translation>改了备注</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>added: {after}</source>
        <translation>加了：{after}</translation>
    </message>
    <message>
        <source>removed: {before}</source>
        <translation>去掉：{before}</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>moved: {after}</source>
        <translation>移动：{after}</translation>
    </message>
    <message>
        <source>muted: {after}</source>
        <translation>停用：{after}</translation>
    </message>
    <message>
        <source>applied again: {after}</source>
        <translation>恢复：{after}</translation>
    </message>
    <message>
        <source>a group is joined in another way</source>
        <translation>改了组的满足方式</translation>
    </message>
    <message>
        <source>The shop no longer has what this version asks for: {names}. Nobody is found by that.</source>
        <translation>这个版本用到的{names}在店里已经没有了，这些条件找不到任何人。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>VideoField</name>
    <message>
        <source>Choose a video…</source>
        <translation>选择视频…</translation>
    </message>
    <message>
        <source>Take the video away</source>
        <translation>移除视频</translation>
    </message>
    <message>
        <source>Videos ({patterns})</source>
        <translation>视频（{patterns}）</translation>
    </message>
    <message>
        <source>Choose a video</source>
        <translation>选择视频</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>正在读取 {file}…</translation>
    </message>
    <message>
        <source>MP4, a few megabytes</source>
        <translation>MP4，几兆以内</translation>
    </message>
    <message>
        <source>{megabytes} MB, {minutes}:{seconds}</source>
        <translation>{megabytes} MB，{minutes}:{seconds}</translation>
    </message>
</context>
<context>
    <name>ViewHeader</name>
    <message>
        <source>Back to all campaigns</source>
        <translation>返回全部活动</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>WatchedCard</name>
    <message>
        <source>Watched folder</source>
        <translation>监视文件夹</translation>
    </message>
    <message>
        <source>Import by itself</source>
        <translation>自动导入</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>停止监视</translation>
    </message>
    <message>
        <source>Only files whose layout is known. All others are offered, so that you look first.</source>
        <translation>只自动导入认识格式的文件；其他文件会提示您先看一眼。</translation>
    </message>
    <message>
        <source>Choose the folder into which your browser puts exports. New ones are offered when they are complete; nothing is imported before you say so.</source>
        <translation>选择浏览器存放导出文件的文件夹。有新文件下载完会提示您；您没点导入之前，不会导入任何内容。</translation>
    </message>
    <message>
        <source>New export files in this folder are offered when they are complete.</source>
        <translation>这个文件夹里有新的导出文件，下载完后会提示您。</translation>
    </message>
    <message>
        <source>This folder is not on this computer, or cannot be read now.</source>
        <translation>这台电脑上没有这个文件夹，或者现在读不了。</translation>
    </message>
    <message>
        <source>Choose the folder to watch</source>
        <translation>选择要监视的文件夹</translation>
    </message>
</context>
<context>
    <name>WaterfallList</name>
    <message>
        <source>In the segment</source>
        <translation>人群人数</translation>
    </message>
    <message>
        <source>Can be written to</source>
        <translation>可以发送</translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>Nothing recorded yet</source>
        <translation>还没有录音</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to Regulars</source>
        <translation>欢迎使用熟客</translation>
    </message>
    <message>
        <source>Your members and orders stay in one encrypted file on this computer. It begins with an export.</source>
        <translation>会员和订单都在这台电脑的一个加密文件里。从一份导出文件开始吧。</translation>
    </message>
    <message>
        <source>Choose export files…</source>
        <translation>选择导出的文件…</translation>
    </message>
    <message>
        <source>or drop them anywhere on this window</source>
        <translation>也可以拖到窗口里的任何地方</translation>
    </message>
    <message>
        <source>Answering chats? Begin with the ready replies</source>
        <translation>只回复买家？从快捷回复开始</translation>
    </message>
    <message>
        <source>1 · Bring your orders</source>
        <translation>1 · 导入订单</translation>
    </message>
    <message>
        <source>Export the order list from your platform&apos;s back office (Taobao and Tmall, Shopify, or any table with one order per row) and drop it here.</source>
        <translation>从平台后台导出订单（淘宝、天猫、Shopify，或者任何一行一笔订单的表格），拖到这里。</translation>
    </message>
    <message>
        <source>2 · Find people</source>
        <translation>2 · 找到人</translation>
    </message>
    <message>
        <source>Say who you mean, and see on every row how many people that is, as you type.</source>
        <translation>说出要找谁，每一行都能看到人数。</translation>
    </message>
    <message>
        <source>3 · Write and prepare</source>
        <translation>3 · 写短信，备名单</translation>
    </message>
    <message>
        <source>Write a text, see its exact price for these people, and get a file that is ready to hand over.</source>
        <translation>写好文案，看到发给这些人要花多少钱，得到一份可以直接交接的文件。</translation>
    </message>
</context>
<context>
    <name>WhichPart</name>
    <message>
        <source>The first</source>
        <translation>首单</translation>
    </message>
    <message>
        <source>The latest</source>
        <translation>最近一单</translation>
    </message>
    <message>
        <source>Which order</source>
        <translation>哪一单</translation>
    </message>
</context>
<context>
    <name>WhyBar</name>
    <message>
        <source>Paste a nick, phone or order number</source>
        <translation>粘贴昵称、手机号或订单号</translation>
    </message>
    <message>
        <source>Open the member</source>
        <translation>打开会员</translation>
    </message>
    <message>
        <source>Ask about nobody (Esc)</source>
        <translation>不再查看（Esc）</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Nobody of that name or number.</source>
        <translation>没有这个昵称或号码的人。</translation>
    </message>
    <message>
        <source>{count} people: which one?</source>
        <translation>有 {count} 人，是哪一位？</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>无名</translation>
    </message>
    <message>
        <source>✓ in the segment</source>
        <translation>✓ 在人群里</translation>
    </message>
    <message>
        <source>✗ not in the segment</source>
        <translation>✗ 不在人群里</translation>
    </message>
    <message>
        <source>1 row does not match</source>
        <translation>有 1 个条件不符合</translation>
    </message>
    <message>
        <source>{count} rows do not match</source>
        <translation>有 {count} 个条件不符合</translation>
    </message>
    <message>
        <source>every row matches</source>
        <translation>每个条件都符合</translation>
    </message>
    <message>
        <source>The shop did not know this member on that day.</source>
        <translation>那天店里还没有这位会员。</translation>
    </message>
</context>
<context>
    <name>WindowCard</name>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>外观</translation>
    </message>
</context>
<context>
    <name>WindowField</name>
    <message>
        <source>Last days</source>
        <translation>近几天</translation>
    </message>
    <message>
        <source>Ever</source>
        <translation>不限时间</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>几天以前</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>ago or earlier</source>
        <translation>以前</translation>
    </message>
    <message>
        <source>any day</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>WordField</name>
    <message>
        <source>Any product; type a word, then Enter</source>
        <translation>任意商品；输入词后回车</translation>
    </message>
    <message>
        <source>Word of the title</source>
        <translation>标题里的词</translation>
    </message>
    <message>
        <source>Remove {word}</source>
        <translation>去掉 {word}</translation>
    </message>
    <message>
        <source>{count} people bought it</source>
        <translation>{count} 人买过</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>There is already a file at {path}.</source>
        <translation>{path} 已有文件。</translation>
    </message>
    <message>
        <source>There is no shop file at {path}.</source>
        <translation>{path} 没有店铺文件。</translation>
    </message>
    <message>
        <source>The folder {path} does not exist.</source>
        <translation>文件夹 {path} 不存在。</translation>
    </message>
    <message>
        <source>Another program has this shop open: {path}. Close it there, then try again.</source>
        <translation>另一个程序正打开这个店铺：{path}。请先在那边关闭，再试一次。</translation>
    </message>
    <message>
        <source>This passphrase does not open {path}. Check it and try again.</source>
        <translation>这个口令打不开 {path}。请检查后再试。</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring has no key for {path}. Give the passphrase in REGULARS_PASSPHRASE, or open the shop in the window.</source>
        <translation>这台电脑的系统钥匙串里没有 {path} 的密钥。请用 REGULARS_PASSPHRASE 提供口令，或在窗口里打开店铺。</translation>
    </message>
    <message>
        <source>A copy for another computer needs a passphrase.</source>
        <translation>带到别的电脑用的副本需要设口令。</translation>
    </message>
    <message>
        <source>{path} is from an older version. Open it once in the window, then try again.</source>
        <translation>{path} 来自旧版本。请先在窗口里打开一次，再试。</translation>
    </message>
    <message>
        <source>{path} cannot be written: the file or its folder is read-only. Nothing was changed.</source>
        <translation>{path} 无法写入：文件或所在文件夹是只读的。没有做任何改动。</translation>
    </message>
    <message>
        <source>{path} belongs to the shop itself. Choose another name; nothing was changed.</source>
        <translation>{path} 是店铺自己的文件。请换一个文件名；没有做任何改动。</translation>
    </message>
    <message>
        <source>The backup {path} was not sound and was removed. The shop file itself may be damaged: keep its older backups.</source>
        <translation>备份 {path} 没有通过校验，已删除。店铺文件本身可能已损坏：请保留之前的备份。</translation>
    </message>
    <message>
        <source>The import was cancelled. Nothing was changed.</source>
        <translation>导入已取消，没有做任何改动。</translation>
    </message>
    <message>
        <source>{file} is not there any more.</source>
        <translation>{file} 已经不在了。</translation>
    </message>
    <message>
        <source>{file} cannot be read. It may be open in another program, or not be yours to read.</source>
        <translation>{file} 无法读取。它可能正在别的程序里打开，或者您没有读取权限。</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} 是空的。</translation>
    </message>
    <message>
        <source>{file} is damaged or not complete. Export it again.</source>
        <translation>{file} 已损坏或不完整。请重新导出。</translation>
    </message>
    <message>
        <source>{file} is too large, or has a cell far away from all others. Copy the table alone into a new workbook.</source>
        <translation>{file} 太大，或有单元格远在表格之外。请只把表格复制到新的工作簿再导入。</translation>
    </message>
    <message>
        <source>{file} is protected with a password. Save it without one, then import it.</source>
        <translation>{file} 有密码保护。请另存为不带密码的文件再导入。</translation>
    </message>
    <message>
        <source>{file}: a quotation mark in row {row} is never closed, so that the rows below it cannot be told apart. Nothing was imported.</source>
        <translation>{file}：第 {row} 行有引号没有闭合，下面的行无法分开。没有导入任何内容。</translation>
    </message>
    <message>
        <source>The columns of {file} are not known. Say in the window which column is what, or use a profile of your own.</source>
        <translation>认不出 {file} 的各列。请在窗口里指明各列的含义，或使用自己的导入方案。</translation>
    </message>
    <message>
        <source>{file} has a header but no rows.</source>
        <translation>{file} 只有表头，没有内容。</translation>
    </message>
    <message>
        <source>{file}: {key} names a column of identity numbers. Regulars never reads these.</source>
        <translation>{file}：{key} 指向了身份证号一类的列，熟客从不读取这类内容。</translation>
    </message>
    <message>
        <source>The profile {file} cannot be read: it is not a TOML file in UTF-8.</source>
        <translation>导入方案 {file} 无法读取：它不是 UTF-8 编码的 TOML 文件。</translation>
    </message>
    <message>
        <source>The profile {file} has a mistake at {key}.</source>
        <translation>导入方案 {file} 的 {key} 处有错误。</translation>
    </message>
    <message>
        <source>The profile does not fit {file}: a column that {profile} needs is missing.</source>
        <translation>导入方案不适合 {file}：缺少 {profile} 需要的列。</translation>
    </message>
    <message>
        <source>Give the profile a name.</source>
        <translation>请给导入方案起个名称。</translation>
    </message>
    <message>
        <source>There is already a profile named {name}.</source>
        <translation>已有名为 {name} 的导入方案。</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>{file} 无法读取。</translation>
    </message>
    <message>
        <source>This is not JSON: line {line}, column {column}.</source>
        <translation>这不是 JSON：第 {line} 行第 {column} 列。</translation>
    </message>
    <message>
        <source>At {path}: expected one of {expected}.</source>
        <translation>{path} 处：应为以下之一：{expected}。</translation>
    </message>
    <message>
        <source>At {path}: this word is not known here. Expected one of {expected}.</source>
        <translation>{path} 处：不认识这个词。应为以下之一：{expected}。</translation>
    </message>
    <message>
        <source>At {path}: {key} is missing.</source>
        <translation>{path} 处：缺少 {key}。</translation>
    </message>
    <message>
        <source>At {path}: {keys} cannot stand together.</source>
        <translation>{path} 处：{keys} 不能同时出现。</translation>
    </message>
    <message>
        <source>At {path}: there is no field {field}. There are: {expected}.</source>
        <translation>{path} 处：没有字段 {field}。可用的有：{expected}。</translation>
    </message>
    <message>
        <source>At {path}: this comparison is not known here. Expected one of {expected}.</source>
        <translation>{path} 处：不认识这个比较方式。应为以下之一：{expected}。</translation>
    </message>
    <message>
        <source>At {path}: this value is not known here. Expected one of {expected}.</source>
        <translation>{path} 处：不认识这个值。应为以下之一：{expected}。</translation>
    </message>
    <message>
        <source>At {path}: expected {expected}.</source>
        <translation>{path} 处：应为 {expected}。</translation>
    </message>
    <message>
        <source>At {path}: the value must be from {low} to {high}.</source>
        <translation>{path} 处：值必须在 {low} 到 {high} 之间。</translation>
    </message>
    <message>
        <source>At {path}: the end ({high}) lies before the beginning ({low}).</source>
        <translation>{path} 处：终点（{high}）在起点（{low}）之前。</translation>
    </message>
    <message>
        <source>At {path}: a date is written like 2026-11-11.</source>
        <translation>{path} 处：日期请写成 2026-11-11 这样。</translation>
    </message>
    <message>
        <source>At {path}: this list is empty.</source>
        <translation>{path} 处：这个列表是空的。</translation>
    </message>
    <message>
        <source>The word {key} stands twice in the same braces.</source>
        <translation>同一对花括号里 {key} 出现了两次。</translation>
    </message>
    <message>
        <source>At {path}: groups are nested more than {limit} deep.</source>
        <translation>{path} 处：条件组嵌套超过 {limit} 层。</translation>
    </message>
    <message>
        <source>Give the segment a name.</source>
        <translation>请给人群起个名称。</translation>
    </message>
    <message>
        <source>There is already a segment named {name}.</source>
        <translation>已有名为 {name} 的人群。</translation>
    </message>
    <message>
        <source>This segment does not exist any more.</source>
        <translation>这个人群已经不存在了。</translation>
    </message>
    <message>
        <source>{file} is not well formed at line {line}, character {column}. Nothing was brought in; mend it there, or export it again.</source>
        <translation>{file} 第 {line} 行第 {column} 个字符处格式有误，没有导入任何内容。请修改该处，或重新导出文件。</translation>
    </message>
    <message>
        <source>{file} repeats a part of itself at line {line}, character {column} (a name with an asterisk). Write that part out; nothing was brought in.</source>
        <translation>{file} 第 {line} 行第 {column} 个字符处用星号加名称引用了文件里的另一段，请把那一段直接写出来。没有导入任何内容。</translation>
    </message>
    <message>
        <source>{file} is called a workbook, but it is a text in which no column of replies is found. Open it in the program that wrote it, and save it as XLSX or CSV.</source>
        <translation>{file} 看名称是 Excel 表格，实际上是文本，里面也找不到话术所在的列。请用生成它的软件打开，另存为 XLSX 或 CSV。</translation>
    </message>
    <message>
        <source>Give the text a name.</source>
        <translation>请给模板起个名称。</translation>
    </message>
    <message>
        <source>There is already a text named {name}.</source>
        <translation>已有名为 {name} 的模板。</translation>
    </message>
    <message>
        <source>This text does not exist any more.</source>
        <translation>这个模板已经不存在了。</translation>
    </message>
    <message>
        <source>This member does not exist any more.</source>
        <translation>这位会员已经不存在了。</translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation>文案是空的。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>没有文件 {path}。</translation>
    </message>
    <message>
        <source>{path} cannot be read.</source>
        <translation>{path} 无法读取。</translation>
    </message>
    <message>
        <source>{path} is too big for a text.</source>
        <translation>{path} 太大，不像是短信文案。</translation>
    </message>
    <message>
        <source>{path} is not a text in UTF-8 or GB18030.</source>
        <translation>{path} 不是 UTF-8 或 GB18030 编码的文本。</translation>
    </message>
    <message>
        <source>The template file is not TOML: {reason}</source>
        <translation>模板文件不是 TOML：{reason}</translation>
    </message>
    <message>
        <source>The template file has a number or a nesting that no text needs.</source>
        <translation>模板文件里有过长的数字或过深的嵌套。</translation>
    </message>
    <message>
        <source>The template file has an unknown entry: {key}.</source>
        <translation>模板文件里有不认识的条目：{key}。</translation>
    </message>
    <message>
        <source>The template file has a wrong value at {key}.</source>
        <translation>模板文件里 {key} 的值不对。</translation>
    </message>
    <message>
        <source>A variable is not closed: the {{ at character {position} has no }}.</source>
        <translation>变量没有写完：第 {position} 字处的 {{ 缺少对应的 }}。</translation>
    </message>
    <message>
        <source>A }} at character {position} closes nothing. Write }}}} for the character itself.</source>
        <translation>第 {position} 字处的 }} 前面没有 {{。要写这个字符本身，请写成 }}}}。</translation>
    </message>
    <message>
        <source>A variable at character {position} has no name.</source>
        <translation>第 {position} 字处的变量没有名称。</translation>
    </message>
    <message>
        <source>There is no variable {name} (character {position}).</source>
        <translation>没有变量 {name}（第 {position} 字）。</translation>
    </message>
    <message>
        <source>The length limit at character {position} is not a number from 1.</source>
        <translation>第 {position} 字处的长度限制应是不小于 1 的数。</translation>
    </message>
    <message>
        <source>Give the audience a name.</source>
        <translation>请给人群包起个名称。</translation>
    </message>
    <message>
        <source>This audience does not exist any more.</source>
        <translation>这个人群包已经不存在了。</translation>
    </message>
    <message>
        <source>This audience was handed off. It stays as the record of who was written to.</source>
        <translation>这个人群包已交接，要留作触达记录。</translation>
    </message>
    <message>
        <source>Members or orders have just changed. Count again, then prepare.</source>
        <translation>会员或订单刚刚有变化。请重新计算人数，再准备。</translation>
    </message>
    <message>
        <source>The price of a part must be a number, not below 0.</source>
        <translation>每条单价必须是不小于 0 的数。</translation>
    </message>
    <message>
        <source>Nobody is in this segment, so there is nobody to write to.</source>
        <translation>这个人群里没有人，也就没有人可发。</translation>
    </message>
    <message>
        <source>files of this kind usually have a column {column}</source>
        <translation>这类文件通常有“{column}”一列</translation>
    </message>
    <message>
        <source>no opt-out time in {count} rows, of which this is the first; they were skipped as not opted out</source>
        <translation>从这一行起共 {count} 行没有退订时间；已跳过，不当作退订</translation>
    </message>
    <message>
        <source>an unknown order status; the order counts as bought where there is a pay time or money was paid</source>
        <translation>订单状态不认识；有付款时间或实付金额的订单算作成交</translation>
    </message>
    <message>
        <source>Nobody is left to write to: {matched} people match, and every one of them is suppressed.</source>
        <translation>没有人可发：{matched} 人符合条件，但全部被屏蔽。</translation>
    </message>
    <message>
        <source>{path} was being read for so long that its log could not be emptied. Try again in a moment.</source>
        <translation>{path} 一直在被读取，日志没能清空。请稍后再试。</translation>
    </message>
    <message>
        <source>{file} is an archive that cannot be opened here. Unpack it, and import the files in it.</source>
        <translation>{file} 是这里打不开的压缩包。请先解压，再导入里面的文件。</translation>
    </message>
    <message>
        <source>{file} is locked with a password. Unpack it with the password from the platform, and import the files in it.</source>
        <translation>{file} 加了密码。请用平台给的密码解压，再导入里面的文件。</translation>
    </message>
    <message>
        <source>{file} would be far too large once unpacked. Nothing was read from it.</source>
        <translation>{file} 解压后大得离谱，没有读取其中任何内容。</translation>
    </message>
    <message>
        <source>{file} holds no tables.</source>
        <translation>{file} 里没有表格文件。</translation>
    </message>
    <message>
        <source>{file} holds more than {limit} files. Choose the ones you need.</source>
        <translation>{file} 里的文件超过 {limit} 个，请只选需要的。</translation>
    </message>
    <message>
        <source>{file} is a list without columns, and it does not say of whom. Say so: --profile opt-out for people who refused, --profile members for customers.</source>
        <translation>{file} 是没有表头的名单，看不出是谁的。请说明：退订的人用 --profile opt-out，顾客用 --profile members。</translation>
    </message>
    <message>
        <source>There is no such import, or it is taken back already.</source>
        <translation>没有这次导入，或者已经撤销过了。</translation>
    </message>
    <message>
        <source>{file} cannot be written here. It may be open in another program; choose another name or folder.</source>
        <translation>{file} 写不进这里，可能正被其他程序打开；请换个名字或文件夹。</translation>
    </message>
    <message>
        <source>There are more than {limit} bad rows, too many for {file}. Save them as CSV.</source>
        <translation>有问题的行超过 {limit} 行，{file} 放不下，请存成 CSV。</translation>
    </message>
    <message>
        <source>{file} is not a table. Regulars reads CSV, TXT, XLSX, XLS and ZIP.</source>
        <translation>{file} 不是表格。熟客能读 CSV、TXT、XLSX、XLS 和 ZIP。</translation>
    </message>
    <message>
        <source>{file} was changed while it was read. Nothing was imported; try again when it is complete.</source>
        <translation>{file} 在读取过程中被改动了。没有导入任何内容；等文件写完后再试一次。</translation>
    </message>
    <message>
        <source>At {path}: nothing lies between {low} and {high}.</source>
        <translation>{path}：{low} 和 {high} 之间什么都没有。</translation>
    </message>
    <message>
        <source>At {path}: there is no saved segment with the number {segment}.</source>
        <translation>{path}：没有编号为 {segment} 的已存人群。</translation>
    </message>
    <message>
        <source>At {path}: this segment would ask for itself ({segments}).</source>
        <translation>{path}：这个人群会引用到自己（{segments}）。</translation>
    </message>
    <message>
        <source>Give the category a name.</source>
        <translation>请给类目起个名称。</translation>
    </message>
    <message>
        <source>There is already a category named {name}.</source>
        <translation>已经有名为“{name}”的类目。</translation>
    </message>
    <message>
        <source>This category does not exist any more.</source>
        <translation>这个类目已不存在。</translation>
    </message>
    <message>
        <source>The cuts of the RFM grid cannot be read.</source>
        <translation>RFM 划分无法读取。</translation>
    </message>
    <message>
        <source>Five scores need four cuts.</source>
        <translation>五个分数需要四个分界点。</translation>
    </message>
    <message>
        <source>Cuts are whole numbers.</source>
        <translation>分界点要是整数。</translation>
    </message>
    <message>
        <source>Cuts go from 1 to {most}.</source>
        <translation>分界点在 1 到 {most} 之间。</translation>
    </message>
    <message>
        <source>Each cut has to be larger than the one before it.</source>
        <translation>后一个分界点要大于前一个。</translation>
    </message>
    <message>
        <source>Give the tag a name.</source>
        <translation>请给标签起个名称。</translation>
    </message>
    <message>
        <source>There is already a tag named {name}.</source>
        <translation>已经有名为“{name}”的标签。</translation>
    </message>
    <message>
        <source>This tag does not exist any more.</source>
        <translation>这个标签已不存在。</translation>
    </message>
    <message>
        <source>A rule gives and takes the tag {name}, so it cannot be given or taken by hand. Choose another name.</source>
        <translation>标签“{name}”由规则打上和去掉，不能手动改。请换一个名称。</translation>
    </message>
    <message>
        <source>The tag {name} is not given like this.</source>
        <translation>标签“{name}”不是这样打的。</translation>
    </message>
    <message>
        <source>The tag {name} belongs to a built-in rule: turn it off instead.</source>
        <translation>标签“{name}”属于内置规则，不能删除，可以停用。</translation>
    </message>
    <message>
        <source>Only two different tags that are given by hand can be merged.</source>
        <translation>只有两个不同的手动标签可以合并。</translation>
    </message>
    <message>
        <source>This segment asks for the tag {name}, which a segment gives itself. Use a segment that does not.</source>
        <translation>这个人群用到了标签“{name}”，而它本身也是按人群打的。请换一个人群。</translation>
    </message>
    <message>
        <source>A number must be from {lowest} to {highest}.</source>
        <translation>数字要在 {lowest} 到 {highest} 之间。</translation>
    </message>
    <message>
        <source>Each of these must be larger than the one before: {numbers}.</source>
        <translation>这些数字要一个比一个大：{numbers}。</translation>
    </message>
    <message>
        <source>A promotion needs a name and two days such as 11-01 and 11-11, or 2026-01-20 and 2026-02-11.</source>
        <translation>大促要有名称和首尾两天，例如 11-01 和 11-11，或 2026-01-20 和 2026-02-11。</translation>
    </message>
    <message>
        <source>{name} cannot be deleted: {users} ask for it.</source>
        <translation>“{name}”不能删除：{users} 用到了它。</translation>
    </message>
    <message>
        <source>Whom this segment finds gets the tag {tag}, so it cannot ask for {name}, a tag that a segment gives.</source>
        <translation>标签“{tag}”是按这个人群打的，所以它不能再用“{name}”：那也是按人群打的标签。</translation>
    </message>
    <message>
        <source>Give the list a name.</source>
        <translation>请给名单起个名字。</translation>
    </message>
    <message>
        <source>There is already a list named {name}.</source>
        <translation>已经有一份叫“{name}”的名单。</translation>
    </message>
    <message>
        <source>This list does not exist any more.</source>
        <translation>这份名单已经不存在。</translation>
    </message>
    <message>
        <source>Nothing in it names somebody of the shop.</source>
        <translation>里面没有一行能对上本店的人。</translation>
    </message>
    <message>
        <source>The list {name} cannot be deleted: {users} ask for it.</source>
        <translation>名单“{name}”不能删除：{users} 用到了它。</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>请起个名字。</translation>
    </message>
    <message>
        <source>There is already one named {name}.</source>
        <translation>已经有一个叫“{name}”的了。</translation>
    </message>
    <message>
        <source>This does not exist any more.</source>
        <translation>它已经不存在了。</translation>
    </message>
    <message>
        <source>This picture or recording is not in the shop file any more.</source>
        <translation>店铺文件里已经没有这张图片或这段录音了。</translation>
    </message>
    <message>
        <source>This cannot be opened: its content is damaged at {key}.</source>
        <translation>打不开：内容在 {key} 处已损坏。</translation>
    </message>
    <message>
        <source>The script is not used while {count} faults block it.</source>
        <translation>话术还有 {count} 处必须先改好，才能使用。</translation>
    </message>
    <message>
        <source>{file} cannot be read. Is it there, and may you open it?</source>
        <translation>无法读取 {file}。请确认文件还在，并且您有权限打开。</translation>
    </message>
    <message>
        <source>{file} has more than {megabytes} MB. Save it smaller first.</source>
        <translation>{file} 超过 {megabytes} MB，请先另存为小一些的文件。</translation>
    </message>
    <message>
        <source>{file} is no video that can be used. MP4, 3GP and WebM can.</source>
        <translation>{file} 不是可用的视频，支持 MP4、3GP 和 WebM。</translation>
    </message>
    <message>
        <source>{file} is damaged, or holds no moving picture.</source>
        <translation>{file} 已损坏，或里面没有画面。</translation>
    </message>
    <message>
        <source>{file} is no picture that can be used. JPEG, PNG, GIF, WebP and BMP can.</source>
        <translation>{file} 不是可用的图片，支持 JPEG、PNG、GIF、WebP 和 BMP。</translation>
    </message>
    <message>
        <source>{file} is damaged or incomplete. Get it once more.</source>
        <translation>{file} 已损坏或不完整，请重新获取。</translation>
    </message>
    <message>
        <source>{file} has {width} × {height} pixels, too many to open. Save it smaller first.</source>
        <translation>{file} 有 {width} × {height} 像素，大到无法打开，请先缩小再用。</translation>
    </message>
    <message>
        <source>This picture cannot be made smaller than {kilobytes} KB, which is the most allowed. Take another.</source>
        <translation>这张图片压缩不到上限 {kilobytes} KB 以内，请换一张。</translation>
    </message>
    <message>
        <source>The card is not exported while {count} things block it.</source>
        <translation>还有 {count} 处问题，解决后才能导出卡片。</translation>
    </message>
    <message>
        <source>There is already something at {path}. Choose another name.</source>
        <translation>{path} 已经存在，请换一个名称。</translation>
    </message>
    <message>
        <source>Give the reply a title.</source>
        <translation>请给这条回复起个标题。</translation>
    </message>
    <message>
        <source>Write a text for the reply, or add a picture or a file.</source>
        <translation>请写回复内容，或加一张图片、一个文件。</translation>
    </message>
    <message>
        <source>The last day of validity is before the first.</source>
        <translation>有效期的结束日早于开始日。</translation>
    </message>
    <message>
        <source>Give the group a name.</source>
        <translation>请给分组起个名字。</translation>
    </message>
    <message>
        <source>There is already a group named {name}.</source>
        <translation>已经有名为“{name}”的分组了。</translation>
    </message>
    <message>
        <source>This group does not exist any more.</source>
        <translation>这个分组已经不在了。</translation>
    </message>
    <message>
        <source>This reply does not exist any more.</source>
        <translation>这条回复已经不在了。</translation>
    </message>
    <message>
        <source>A text of the reply cannot be filled in because of {written}.</source>
        <translation>回复里的 {written} 有问题，没法填写发出。</translation>
    </message>
    <message>
        <source>There is already a shared part named {name}.</source>
        <translation>已经有名为“{name}”的共用片段了。</translation>
    </message>
    <message>
        <source>The title of a shared part holds no braces, no bars and no line breaks.</source>
        <translation>共用片段的标题不能含花括号、竖线和换行。</translation>
    </message>
    <message>
        <source>{name} is still a part of other replies ({count}). Take it out of them first.</source>
        <translation>还有 {count} 条回复在用“{name}”，请先从那些回复里去掉。</translation>
    </message>
    <message>
        <source>Replies cannot be given the same {key}.</source>
        <translation>不能批量设置 {key}。</translation>
    </message>
    <message>
        <source>This reply cannot be read: its content is damaged at {key}.</source>
        <translation>这条回复读不出来：内容在 {key} 处已损坏。</translation>
    </message>
    <message>
        <source>{file} holds no replies that can be read here. Tables (XLSX, XLS, CSV), Espanso&apos;s YAML, and the JSON of Beeftext, Chatwoot, Zendesk, Zammad and FreeScout can.</source>
        <translation>{file} 里没有能读取的话术。可以读取表格（XLSX、XLS、CSV）、Espanso 的 YAML，以及 Beeftext、Chatwoot、Zendesk、Zammad、FreeScout 的 JSON。</translation>
    </message>
    <message>
        <source>{file} is a pack that computers share. Share through it instead of bringing it in.</source>
        <translation>{file} 是几台电脑共用的话术包，请用“共享”，不要用“导入”。</translation>
    </message>
    <message>
        <source>{file} has more than {megabytes} MB, too much for replies.</source>
        <translation>{file} 超过 {megabytes} MB，作为话术文件太大了。</translation>
    </message>
    <message>
        <source>{file} holds more than {limit} replies. Split it.</source>
        <translation>{file} 里的话术超过 {limit} 条，请拆成几个文件。</translation>
    </message>
    <message>
        <source>The columns of {file} are not known. Bring it in through the window, and say which column is what.</source>
        <translation>认不出 {file} 的列。请在窗口里导入，并指定每一列是什么。</translation>
    </message>
    <message>
        <source>Replies of this program are not written as {kind}.</source>
        <translation>这个软件的话术不能写成 {kind} 格式。</translation>
    </message>
    <message>
        <source>{path} cannot be written there.</source>
        <translation>无法写入 {path}。</translation>
    </message>
    <message>
        <source>There is not enough room for {path}. Nothing was written; a file of this name is as it was.</source>
        <translation>磁盘空间不足，{path} 没有写入；原有的同名文件保持不变。</translation>
    </message>
    <message>
        <source>Another computer is writing to {path}. Nothing was changed; try again in a moment.</source>
        <translation>另一台电脑正在写入 {path}。什么都没有改动，请稍后再试。</translation>
    </message>
    <message>
        <source>{path} is no pack of replies. Choose another name.</source>
        <translation>{path} 不是话术包，请换一个文件名。</translation>
    </message>
    <message>
        <source>{path} is another pack than the one shared through so far, perhaps of another shop; it holds {count} replies. Nothing was changed.</source>
        <translation>{path} 不是一直在用的那个话术包，可能是别家店的，里面有 {count} 条回复。什么都没有改动。</translation>
    </message>
    <message>
        <source>{path} is not there, although this computer has shared before. Is this the right folder, and the right stick? Make a new file only if the old one is lost: the other computers are then asked whether they join it.</source>
        <translation>这台电脑以前共享过，现在却找不到 {path}。文件夹选对了吗？插的是那个 U 盘吗？确定旧文件已经丢了再新建：其他电脑共享时会先问是否改用新文件。</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of Regulars. Update the program to share replies through it.</source>
        <translation>{path} 是更新版本的熟客写的。请先升级本机的软件，再通过它共享话术。</translation>
    </message>
    <message>
        <source>{path} is damaged or not complete. Your replies are as they were. Move the file away and share again: every computer still has its own, and a new pack is made of them.</source>
        <translation>{path} 已损坏或不完整。本机的话术没有任何改动。请把这个文件移走再共享一次：每台电脑上的话术都还在，会重新生成一个话术包。</translation>
    </message>
    <message>
        <source>{path} is too large for a pack of replies. Nothing was changed.</source>
        <translation>{path} 太大，不像话术包。什么都没有改动。</translation>
    </message>
    <message>
        <source>The folder of {path} is not there. Is the stick in, or the network drive connected?</source>
        <translation>找不到 {path} 所在的文件夹。U 盘插好了吗？共享盘连上了吗？</translation>
    </message>
    <message>
        <source>{path} cannot be reached any more. Nothing was lost: connect the stick or the network drive, then share again.</source>
        <translation>{path} 连不上了。什么都没有丢：插好 U 盘或连上共享盘，再共享一次即可。</translation>
    </message>
    <message>
        <source>There is no room left for {path}. Nothing was changed.</source>
        <translation>{path} 所在的磁盘已满。什么都没有改动。</translation>
    </message>
    <message>
        <source>{path} cannot be written there: the place is read-only, or another program has the file open.</source>
        <translation>无法写入 {path}：位置是只读的，或者文件正被别的程序打开。</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>无法写入 {path}。</translation>
    </message>
    <message>
        <source>The vendor file {file} cannot be read as TOML.</source>
        <translation>服务商规则文件 {file} 不是可读的 TOML。</translation>
    </message>
    <message>
        <source>The vendor file {file} has a missing, unknown or wrong entry at {key}.</source>
        <translation>服务商规则文件 {file} 的 {key} 缺失、多余或写错。</translation>
    </message>
    <message>
        <source>The text cannot be sent: {why}</source>
        <translation>文案不能发送：{why}</translation>
    </message>
    <message>
        <source>{{{variable}}} is empty for {count} people. Give it a fallback, such as {{{variable}|…}}.</source>
        <translation>{count} 人的 {{{variable}}} 是空的。请设个默认值，如 {{{variable}|…}}。</translation>
    </message>
    <message>
        <source>{count} texts are longer than {most} characters.</source>
        <translation>{count} 条短信超过 {most} 字。</translation>
    </message>
    <message>
        <source>{rows} rows do not fit one sheet of {most}. Split the file.</source>
        <translation>{rows} 行放不进一张最多 {most} 行的工作表，请拆分文件。</translation>
    </message>
    <message>
        <source>A hand-off file ends in .csv or .xlsx, not in “{suffix}”.</source>
        <translation>交接文件要以 .csv 或 .xlsx 结尾，不能是“{suffix}”。</translation>
    </message>
    <message>
        <source>A hand-off file is written in utf-8-sig or gb18030, not in {encoding}.</source>
        <translation>交接文件的编码是 utf-8-sig 或 gb18030，不能是 {encoding}。</translation>
    </message>
    <message>
        <source>Files can be split from 1 row on.</source>
        <translation>拆分文件时，每个文件至少 1 行。</translation>
    </message>
    <message>
        <source>{path} belongs to the shop itself. Choose another name; nothing was handed off.</source>
        <translation>{path} 是店铺自己的文件。请换一个文件名；没有交接任何内容。</translation>
    </message>
    <message>
        <source>{path} is already there. Choose another name, or allow overwriting.</source>
        <translation>{path} 已存在。请换个名称，或允许覆盖。</translation>
    </message>
    <message>
        <source>{path} is open in another program. Close it there, then try again.</source>
        <translation>{path} 正在别的程序里打开。请先在那边关闭，再试一次。</translation>
    </message>
    <message>
        <source>{path} cannot be written there: the folder is read-only. Nothing was handed off.</source>
        <translation>{path} 无法写入：文件夹是只读的。没有交接任何内容。</translation>
    </message>
    <message>
        <source>The disk with {path} is full. Nothing was handed off.</source>
        <translation>{path} 所在的磁盘已满。没有交接任何内容。</translation>
    </message>
    <message>
        <source>{path} could not be written. Nothing was handed off.</source>
        <translation>{path} 没能写入。没有交接任何内容。</translation>
    </message>
    <message>
        <source>not an amount</source>
        <translation>不是金额</translation>
    </message>
    <message>
        <source>not a date or time</source>
        <translation>不是日期或时间</translation>
    </message>
    <message>
        <source>not a whole number</source>
        <translation>不是整数</translation>
    </message>
    <message>
        <source>not a phone number</source>
        <translation>不是手机号</translation>
    </message>
    <message>
        <source>not a birthday</source>
        <translation>不是生日</translation>
    </message>
    <message>
        <source>neither yes nor no</source>
        <translation>不是“是”或“否”</translation>
    </message>
    <message>
        <source>the rows of this order disagree; the most advanced one was taken</source>
        <translation>这笔订单的几行状态不一致，取了进展最靠后的一行</translation>
    </message>
    <message>
        <source>more cells than the header has; the row was skipped</source>
        <translation>单元格比表头多，已跳过这一行</translation>
    </message>
    <message>
        <source>a line break in a cell that never has one; the row was skipped</source>
        <translation>不该换行的单元格里有换行，已跳过这一行</translation>
    </message>
    <message>
        <source>this row stands above the header and was not read</source>
        <translation>这一行在表头上面，没有读取</translation>
    </message>
    <message>
        <source>nothing here says who this is; the row was skipped</source>
        <translation>这一行看不出是谁，已跳过</translation>
    </message>
    <message>
        <source>no order number; the row was skipped</source>
        <translation>没有订单编号，这一行已跳过</translation>
    </message>
    <message>
        <source>{count} more problems of this kind or later in the file</source>
        <translation>另有 {count} 个同类问题或文件后面的问题</translation>
    </message>
    <message>
        <source>{count} answers, of which this is the first, do not refuse messages; they were skipped as not opted out</source>
        <translation>{count} 条回复并不是拒收（这是第一条），未计入退订，已跳过</translation>
    </message>
    <message>
        <source>another currency than the rest of the file</source>
        <translation>币种与文件其他行不同</translation>
    </message>
    <message>
        <source>a spreadsheet has cut the end of this long number</source>
        <translation>这个长数字的末尾被表格软件截掉了</translation>
    </message>
    <message>
        <source>the sheet {sheet} was not read</source>
        <translation>工作表“{sheet}”没有读取</translation>
    </message>
    <message>
        <source>fewer cells than the header has</source>
        <translation>单元格比表头少</translation>
    </message>
    <message>
        <source>an unknown word for an after-sale; nothing counts as refunded by it</source>
        <translation>不认识的售后状态，不据此算作已退款</translation>
    </message>
    <message>
        <source>an unknown state of a refund; the refund does not count until its state is known</source>
        <translation>不认识的退款状态，在状态明确之前不计入退款</translation>
    </message>
    <message>
        <source>characters that cannot be read</source>
        <translation>有无法识别的字符</translation>
    </message>
    <message>
        <source>a text needs a signature in 【】.</source>
        <translation>短信需要放在 【】 里的签名。</translation>
    </message>
    <message>
        <source>the signature has a character that is not allowed.</source>
        <translation>签名里有不允许的字符。</translation>
    </message>
    <message>
        <source>signatures of {shortest} to {longest} characters pass reviews best.</source>
        <translation>{shortest} 到 {longest} 个字的签名最容易通过审核。</translation>
    </message>
    <message>
        <source>the text is empty.</source>
        <translation>文案是空的。</translation>
    </message>
    <message>
        <source>【】 may stand around the signature only.</source>
        <translation>【】 只能用在签名上。</translation>
    </message>
    <message>
        <source>a marketing text must say how to refuse, such as 拒收请回复R.</source>
        <translation>营销短信必须写明退订方式，如 拒收请回复R。</translation>
    </message>
    <message>
        <source>a notification must not carry an opt-out wording.</source>
        <translation>通知短信不能带退订用语。</translation>
    </message>
    <message>
        <source>the opt-out wording stands in the text and behind it.</source>
        <translation>退订用语在文案里和末尾重复了。</translation>
    </message>
    <message>
        <source>this opt-out wording is not one that vendors know.</source>
        <translation>这句退订用语不是服务商认得的写法。</translation>
    </message>
    <message>
        <source>{units} characters are more than the {most} that vendors take.</source>
        <translation>{units} 字超过了服务商允许的 {most} 字。</translation>
    </message>
    <message>
        <source>｛ and ｝ are plain characters; a variable is written in {{ }}.</source>
        <translation>｛ 和 ｝ 只是普通字符，变量要写在 {{ }} 里。</translation>
    </message>
    <message>
        <source>line breaks are sent as a space.</source>
        <translation>换行会变成一个空格发出去。</translation>
    </message>
    <message>
        <source>a variable is not closed with }}.</source>
        <translation>变量没有用 }} 结束。</translation>
    </message>
    <message>
        <source>a }} closes nothing; write }}}} for the character itself.</source>
        <translation>多出一个 }}；要写这个字符本身，请写成 }}}}。</translation>
    </message>
    <message>
        <source>a variable has no name.</source>
        <translation>有个变量没有名称。</translation>
    </message>
    <message>
        <source>there is no variable {name}.</source>
        <translation>没有变量 {name}。</translation>
    </message>
    <message>
        <source>the length limit of a variable is not a number from 1.</source>
        <translation>变量的长度限制应是不小于 1 的数。</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>已退订</translation>
    </message>
    <message>
        <source>No consent</source>
        <translation>未获同意</translation>
    </message>
    <message>
        <source>No usable phone</source>
        <translation>没有可用手机号</translation>
    </message>
    <message>
        <source>No e-mail address</source>
        <translation>没有邮箱</translation>
    </message>
    <message>
        <source>No account on a platform</source>
        <translation>没有平台账号</translation>
    </message>
    <message>
        <source>Same phone as another</source>
        <translation>手机号重复</translation>
    </message>
    <message>
        <source>Same e-mail address as another</source>
        <translation>与他人同一邮箱</translation>
    </message>
    <message>
        <source>Messaged in the last {days} days</source>
        <translation>{days} 天内已触达</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>unpaid</source>
        <translation>待付款</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>待发货</translation>
    </message>
    <message>
        <source>partly shipped</source>
        <translation>部分发货</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>已发货</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>交易成功</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>交易关闭</translation>
    </message>
    <message>
        <source>closed unpaid</source>
        <translation>未付款关闭</translation>
    </message>
    <message>
        <source>Buying again</source>
        <translation>回购</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回</translation>
    </message>
    <message>
        <source>Newcomers and members</source>
        <translation>新客与会员</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Best customers</source>
        <translation>高价值客户</translation>
    </message>
    <message>
        <source>needs products with titles</source>
        <translation>需要先有商品标题</translation>
    </message>
    <message>
        <source>needs categories of products</source>
        <translation>需要先建商品品类</translation>
    </message>
    <message>
        <source>consented</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>did not consent</source>
        <translation>未同意</translation>
    </message>
    <message>
        <source>opted out</source>
        <translation>已退订</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>landline</source>
        <translation>座机</translation>
    </message>
    <message>
        <source>masked by the platform</source>
        <translation>平台已打码</translation>
    </message>
    <message>
        <source>platform&apos;s relay number</source>
        <translation>平台虚拟号</translation>
    </message>
    <message>
        <source>no phone</source>
        <translation>没有手机号</translation>
    </message>
    <message>
        <source>a comparison and a number, such as [&quot;&gt;=&quot;, 2]</source>
        <translation>比较方式和数字，如 [&quot;&gt;=&quot;, 2]</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>an object in {{ }}</source>
        <translation>{{ }} 里的对象</translation>
    </message>
    <message>
        <source>a list in [ ]</source>
        <translation>[ ] 里的列表</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>two numbers</source>
        <translation>两个数字</translation>
    </message>
    <message>
        <source>two numbers, of which one may be null</source>
        <translation>两个数字，其中一个可以是 null</translation>
    </message>
    <message>
        <source>a percentage with at most two decimals</source>
        <translation>最多两位小数的百分比</translation>
    </message>
    <message>
        <source>true, a text or a list of texts</source>
        <translation>true、一个文本或一组文本</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>两次输入的口令不一样。</translation>
    </message>
    <message>
        <source>The file {path} is damaged. Nothing was changed.</source>
        <translation>文件 {path} 已损坏。没有做任何改动。</translation>
    </message>
    <message>
        <source>The file {path} is damaged. Nothing was changed; the folder {folder} holds backups.</source>
        <translation>文件 {path} 已损坏。没有做任何改动；文件夹 {folder} 里有备份。</translation>
    </message>
    <message>
        <source>The file {path} was deleted or replaced while it was open. Nothing was saved; open the shop again.</source>
        <translation>文件 {path} 在打开期间被删除或替换了。没有保存任何改动；请重新打开店铺。</translation>
    </message>
    <message>
        <source>The latest changes of {path} are still in its log, and this folder cannot be written. Copy the file and the one ending in -wal to a folder of your own and open it there.</source>
        <translation>{path} 最近的改动还在它的日志文件里，而这个文件夹不能写入。请把该文件和以 -wal 结尾的文件一起复制到自己的文件夹，再在那里打开。</translation>
    </message>
    <message>
        <source>The name {path} is too long for a file.</source>
        <translation>文件名 {path} 太长。</translation>
    </message>
    <message>
        <source>{path} is no folder and cannot be made one.</source>
        <translation>{path} 不是文件夹，也无法建成文件夹。</translation>
    </message>
    <message>
        <source>The passphrase is not text in UTF-8.</source>
        <translation>口令不是 UTF-8 文字。</translation>
    </message>
    <message>
        <source>{path} is not a Regulars shop file.</source>
        <translation>{path} 不是熟客的店铺文件。</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of Regulars (step {step}). Update the program to open it.</source>
        <translation>{path} 由更新版本的熟客写成（第 {step} 步）。请更新程序再打开。</translation>
    </message>
    <message>
        <source>The disk with {path} is full. Nothing was changed; free some space and try again.</source>
        <translation>{path} 所在的磁盘已满。没有做任何改动；请腾出空间再试。</translation>
    </message>
    <message>
        <source>The disk reported an error at {path}. Nothing was changed.</source>
        <translation>磁盘在 {path} 处报错。没有做任何改动。</translation>
    </message>
    <message>
        <source>No good backup could be written to {path}.</source>
        <translation>没能在 {path} 写出完好的备份。</translation>
    </message>
    <message>
        <source>Name the shop file: regulars --shop FILE …</source>
        <translation>请指明店铺文件：regulars --shop 文件 …</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消，没有做任何改动。</translation>
    </message>
    <message>
        <source>This is an error of the program ({kind} at {place}). The step it stopped at changed nothing.</source>
        <translation>这是程序的错误（{kind}，{place}）。中断的这一步没有改动任何内容。</translation>
    </message>
    <message>
        <source>The output could not be written completely.</source>
        <translation>输出没有写完整。</translation>
    </message>
    <message>
        <source>--as-of takes a day such as 2026-11-11, not “{value}”.</source>
        <translation>--as-of 后面要写日期，例如 2026-11-11，而不是“{value}”。</translation>
    </message>
    <message>
        <source>--split takes a number of rows from 1 on, not “{value}”.</source>
        <translation>--split 后面要写行数，从 1 开始，而不是“{value}”。</translation>
    </message>
    <message>
        <source>About the text: {text}</source>
        <translation>模板提示：{text}</translation>
    </message>
    <message>
        <source>There is no screen here. The commands import, count, prepare, backup and demo work without one.</source>
        <translation>这里没有屏幕。import、count、prepare、backup 和 demo 命令不需要屏幕。</translation>
    </message>
    <message>
        <source>Passphrase of this shop:</source>
        <translation>这个店铺的口令：</translation>
    </message>
    <message>
        <source>A new passphrase:</source>
        <translation>新口令：</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>Backup written and verified: {path} ({size} bytes)</source>
        <translation>备份已完成并通过检查：{path}（{size} 字节）</translation>
    </message>
    <message>
        <source>{place}: {text}</source>
        <translation>{place}：{text}</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… 还有 {count} 个</translation>
    </message>
    <message>
        <source>{file}: {orders} orders by {members} members ({profile})</source>
        <translation>{file}：{members} 位会员的 {orders} 笔订单（{profile}）</translation>
    </message>
    <message>
        <source>{file}: {members} members ({profile})</source>
        <translation>{file}：{members} 位会员（{profile}）</translation>
    </message>
    <message>
        <source>{new} new, {updated} updated, {unchanged} unchanged; {skipped} rows skipped</source>
        <translation>新增 {new} 笔，更新 {updated} 笔，{unchanged} 笔没有变化；跳过 {skipped} 行</translation>
    </message>
    <message>
        <source>paid {paid}, refunded {refunded}</source>
        <translation>实付 {paid}，退款 {refunded}</translation>
    </message>
    <message>
        <source>{new} new members, {updated} updated; {opt_outs} opted out, {grants} agreed; {skipped} rows skipped</source>
        <translation>新增会员 {new} 位，更新 {updated} 位；{opt_outs} 位退订，{grants} 位同意接收；跳过 {skipped} 行</translation>
    </message>
    <message>
        <source>{count} bad rows saved with their reasons: {path}</source>
        <translation>已保存 {count} 行有问题的行及原因：{path}</translation>
    </message>
    <message>
        <source>{id}  {time}  {file} ({profile}): {orders} orders, {members} members</source>
        <translation>{id}  {time}  {file}（{profile}）：{orders} 笔订单，{members} 位会员</translation>
    </message>
    <message>
        <source>{line}; taken back</source>
        <translation>{line}；已撤销</translation>
    </message>
    <message>
        <source>Taken back: {orders} orders and {members} members, {consents} entries about consent. {orders_kept} orders stay, because other files say them too.</source>
        <translation>已撤销：{orders} 笔订单、{members} 位会员、{consents} 条同意与退订记录。有 {orders_kept} 笔订单保留，因为其他文件里也有。</translation>
    </message>
    <message>
        <source>guessed from the headers</source>
        <translation>按表头推断</translation>
    </message>
    <message>
        <source>{count} people match</source>
        <translation>{count} 人符合条件</translation>
    </message>
    <message>
        <source>−{removed}  {step}</source>
        <translation>−{removed}  {step}</translation>
    </message>
    <message>
        <source>{count} messages, {parts} parts, {cost}</source>
        <translation>{count} 条短信，计费 {parts} 条，{cost}</translation>
    </message>
    <message>
        <source>texts of {parts} parts: {count}</source>
        <translation>每份 {parts} 条的：{count} 份</translation>
    </message>
    <message>
        <source>{count} left out at the last moment: they opted out since</source>
        <translation>最后核对时剔除 {count} 人：后来已退订</translation>
    </message>
    <message>
        <source>{count} left out at the last moment: another message has reached them since</source>
        <translation>最后核对时剔除 {count} 人：期间收到了别的短信</translation>
    </message>
    <message>
        <source>Written: {path} ({rows} rows)</source>
        <translation>已写入：{path}（{rows} 行）</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>短信内容</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>条数</translation>
    </message>
    <message>
        <source>Cat food regulars, 45 days quiet</source>
        <translation>45 天没来的猫粮老客</translation>
    </message>
    <message>
        <source>Big spenders around Shanghai</source>
        <translation>江浙沪高消费客户</translation>
    </message>
    <message>
        <source>Double 12 for regulars</source>
        <translation>老客双12</translation>
    </message>
    <message>
        <source>Sample shop: {path}</source>
        <translation>示例店铺：{path}</translation>
    </message>
    <message>
        <source>There is no keyring here, so its passphrase is {passphrase} (the people are invented).</source>
        <translation>这里没有系统钥匙串，口令是 {passphrase}（里面的人都是虚构的）。</translation>
    </message>
    <message>
        <source>Segment “{name}”: {count} people</source>
        <translation>人群“{name}”：{count} 人</translation>
    </message>
    <message>
        <source>Hand-off file: {path}</source>
        <translation>交接文件：{path}</translation>
    </message>
    <message>
        <source>{rows} rows for {rows} messages</source>
        <translation>{rows} 条短信，{rows} 行</translation>
    </message>
    <message>
        <source>language: en</source>
        <translation>language: zh</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Once more:</source>
        <translation>再输一次：</translation>
    </message>
</context>
<context>
    <name>WordingField</name>
    <message>
        <source>{} Variable</source>
        <translation>{} 变量</translation>
    </message>
    <message>
        <source>Insert a fact of the buyer, or a question that is asked each time</source>
        <translation>插入买家信息，或每次使用时要填的内容</translation>
    </message>
    <message>
        <source>› Shared part</source>
        <translation>› 共用片段</translation>
    </message>
    <message>
        <source>Insert a text that several replies share and that is edited once</source>
        <translation>插入多条回复共用的文字，只需改一处</translation>
    </message>
    <message>
        <source>Remove this wording</source>
        <translation>删除这个说法</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>说法</translation>
    </message>
    <message>
        <source>What the buyer reads; type { for a variable</source>
        <translation>买家看到的内容；输入 { 插入变量</translation>
    </message>
    <message>
        <source>Wording {number}</source>
        <translation>说法 {number}</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>No reply is marked as a shared part yet</source>
        <translation>还没有标为共用片段的回复</translation>
    </message>
</context>
<context>
    <name>WordingTable</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录音</translation>
    </message>
</context>
<context>
    <name>WordingsCard</name>
    <message>
        <source>Another wording</source>
        <translation>再加一个说法</translation>
    </message>
    <message>
        <source>Wordings take turns: no buyer gets the same one again before all were used.</source>
        <translation>几个说法轮流使用，全部用过之前不会给同一买家发重复的话。</translation>
    </message>
</context>
<context>
    <name>WritingView</name>
    <message>
        <source>Writing “{name}”</source>
        <translation>正在生成“{name}”</translation>
    </message>
</context>
<context>
    <name>_BuyerChip</name>
    <message>
        <source>{name}: take another customer</source>
        <translation>{name}：换一位买家</translation>
    </message>
    <message>
        <source>Take another customer (Ctrl+B)</source>
        <translation>换一位买家（Ctrl+B）</translation>
    </message>
</context>
<context>
    <name>_Chooser</name>
    <message>
        <source>Choose export files</source>
        <translation>选择导出的文件</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>全部文件</translation>
    </message>
</context>
<context>
    <name>_KeysHelp</name>
    <message>
        <source>On the canvas</source>
        <translation>在画布上</translation>
    </message>
    <message>
        <source>Press a step to work on it; double-click the ground for a new one.</source>
        <translation>点一个步骤就能编辑；双击空白处新建步骤。</translation>
    </message>
    <message>
        <source>Drag from a dot to a step: the answer leads there. To the ground: to a new step.</source>
        <translation>从圆点拖到另一个步骤，回答就走到那里；拖到空白处就新建一步。</translation>
    </message>
    <message>
        <source>Drag steps where you want them; Shift with the pointer chooses several.</source>
        <translation>步骤可以随意拖动；按住 Shift 拖出方框可选中多个。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>go along the answers</source>
        <translation>沿着回答移动</translation>
    </message>
    <message>
        <source>edit the step; Esc comes back</source>
        <translation>编辑步骤；Esc 返回画布</translation>
    </message>
    <message>
        <source>move the step</source>
        <translation>移动步骤</translation>
    </message>
    <message>
        <source>new step</source>
        <translation>新步骤</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>take anything back</source>
        <translation>撤销任何改动</translation>
    </message>
    <message>
        <source>show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>_Mark</name>
    <message>
        <source>Use this take</source>
        <translation>用这段录音</translation>
    </message>
</context>
<context>
    <name>_PeriodRow</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>11-01</source>
        <translation>11-01</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>11-11</source>
        <translation>11-11</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Remove the promotion</source>
        <translation>去掉这个大促</translation>
    </message>
</context>
<context>
    <name>_Strip</name>
    <message>
        <source>Show the replies</source>
        <translation>展开快捷回复</translation>
    </message>
</context>
<context>
    <name>_TakeRow</name>
    <message>
        <source>Take {number}</source>
        <translation>第 {number} 遍</translation>
    </message>
    <message>
        <source>Listen to {take}</source>
        <translation>试听{take}</translation>
    </message>
    <message>
        <source>Delete {take}</source>
        <translation>删除{take}</translation>
    </message>
    <message>
        <source>of the text before</source>
        <translation>旧文字</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
</TS>
