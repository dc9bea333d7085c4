<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AudienceCard</name>
    <message>
        <source>For this audience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is in this audience yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the {matched} people can be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{messages} of {matched} people can be written to, at {price} a part.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AudienceList</name>
    <message>
        <source>Campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audiences that were frozen with their texts and written to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepare an audience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepared audiences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is prepared yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a segment and a text: Regulars takes out everybody who must not be written to, shows the price, and writes the file for your SMS provider.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AudienceTable</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no file yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handed off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BuilderHeader</name>
    <message>
        <source>Back to all segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use in campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the segment as of an earlier day, to rehearse a campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A month ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A year ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>Use “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsentCard</name>
    <message>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opt out of SMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsentEditor</name>
    <message>
        <source>SMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step was not finished and your data is as it was before it. You can go on working. The report below holds lines of program code only, no data of your shop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Month before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month after</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Drag, or Alt+↑ and Alt+↓</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditorHeader</name>
    <message>
        <source>Back to all templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use in campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marketing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used in 1 campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used in {count} campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>Close the member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member since</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlagEditor</name>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupView</name>
    <message>
        <source>Join: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a condition to this group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many people the row matches by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many the row takes out of those the rows above it left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conditions yet: everybody matches. Add the first one below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: matches everybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: matches nobody.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandOffDialog</name>
    <message>
        <source>Write the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} messages: phone, text and parts, one row for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV for Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, GB18030</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XLSX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new file after every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows in a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTF-8; opens with Chinese characters in Excel, WPS and Numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For providers that ask for GBK or GB18030.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An Excel workbook; phones stay text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already there, and replaced when you write: {files}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} files, numbered from 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the file goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the file must end in {suffix}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to write the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepare an audience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net sales, last {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can get an SMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth doing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net sales by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last imports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} · orders up to {newest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of buyers came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No purchase for {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} purchases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{purchases} · {arrow} {change} on the 30 days before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when} · {new} new, {updated} updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} messages prepared, file not written yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wake {count} people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They bought before, but not in the last {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write your first text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With variables, exact parts and the price for your audience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the newest orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest order here is {days} days old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdentitiesCard</name>
    <message>
        <source>Recognised by</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportFields</name>
    <message>
        <source>Buyer nick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buyer ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Province</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pieces in the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pieces on the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of a piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opted out on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed to SMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed to e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed to calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Membership and consent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Regulars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shop} — {product}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MappingView</name>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the rows are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates: year month day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates: month day year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates: day month year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each row is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep these columns for next time as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  ·  </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least the column of the amount paid (or the order total) and of the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one column that tells people apart: nick, buyer ID, phone or e-mail.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemberPanel</name>
    <message>
        <source>Opted out of SMS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent to SMS recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag “{tag}” added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag “{tag}” removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemberTable</name>
    <message>
        <source>Nick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Members</name>
    <message>
        <source>Taobao / Tmall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shopify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mobile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>landline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relay number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buyer ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from an imported file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MembersCard</name>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loosen a condition at the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MembersModel</name>
    <message>
        <source>Nick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MembersPage</name>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nick, name, pinyin, phone ending or order number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people} people, {phones} with a usable phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No members yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the order list of your platform; the people in it become members.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a shorter text, the pinyin or its initials, or the last four digits of the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModalDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regulars</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewRows</name>
    <message>
        <source>when, what, how often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reach</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberCard</name>
    <message>
        <source>people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long counting took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of {everybody} members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the {everybody} members of {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> pieces</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderedEditor</name>
    <message>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product title has any of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any product; type a word, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word of the title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} people bought it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrdersCard</name>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show older orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No orders are known of this member.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The latest {count} orders are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number}, {shop}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refunded {amount}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartBars</name>
    <message>
        <source>1 part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parts} parts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This passphrase does not open the shop. Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase for your new shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of this shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keyring, so {file} is locked with a passphrase. Nobody can open the shop without it: write it down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {count} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two differ.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewCard</name>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parts} parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} characters · {parts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SMS · now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest: {units}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest: {units}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known here: {variables}. The text cannot be sent until it has a fallback.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>First rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rows to show yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose under Columns which column is which; the rows then show what will be imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems in the first rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No profile knows this file; its columns were told from their headers. Look at the rows, and correct what is wrong under Columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This layout is new. Say which column is which, and save it for next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {count} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sheet {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Problems of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this place in the text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping; the data stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReachCard</name>
    <message>
        <source>When sending SMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row was taken without a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several currencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {count} in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consents recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This very file was imported on {time}; nothing has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop knew all of this already; nothing has changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowView</name>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press to take the “not” away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>The shop cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StarterCard</name>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagEditor</name>
    <message>
        <source>Find or type a tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagsCard</name>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tag} ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the tag {tag}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TemplateEditor</name>
    <message>
        <source>“{name}” is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TemplateList</name>
    <message>
        <source>Templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts for many people. Each variable is filled in for every receiver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready-made texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No texts yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write your first text, or begin with one of the ready-made texts below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TemplateTable</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notification</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TemplatesPage</name>
    <message>
        <source>New text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a copy now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextCard</name>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} Variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert something that differs for each member (Ctrl+M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what everybody gets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shortest} – {longest} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One part; {left} more characters fit before a second one begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to {parts} parts. Without the {over} underlined characters the longest text needs {fewer}; {left} more fit before part {next} begins.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>is one of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is none of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find or type a value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextSettings</name>
    <message>
        <source>Marketing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opt-out wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opt-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of its own</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeEditor</name>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TreeEditor</name>
    <message>
        <source>New condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a field, in pinyin too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn into its opposite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put into a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dissolve the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Variables</name>
    <message>
        <source>Buyer nick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the receiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Province</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product bought last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of the last order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days since the last order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of your shop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaterfallList</name>
    <message>
        <source>In the segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be written to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to Regulars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your members and orders stay in one encrypted file on this computer. It begins with an export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose export files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or drop them anywhere on this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 · Bring your orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the order list from your platform&apos;s back office (Taobao and Tmall, Shopify, or any table with one order per row) and drop it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 · Find people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who you mean, and see on every row how many people that is, as you type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 · Write and prepare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a text, see its exact price for these people, and get a file that is ready to hand over.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>There is already a file at {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no shop file at {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {path} does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has this shop open: {path}. Close it there, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This passphrase does not open {path}. Check it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s keyring has no key for {path}. Give the passphrase in REGULARS_PASSPHRASE, or open the shop in the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} is damaged. Nothing was changed; the folder beside it holds backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is from an older version. Open it once in the window, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written: the file or its folder is read-only. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was cancelled. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read. It may be open in another program, or not be yours to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is damaged or not complete. Export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is protected with a password. Save it without one, then import it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a table. Regulars reads CSV, TXT, XLSX and XLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns of {file} are not known. Say in the window which column is what, or use a profile of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has a header but no rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {key} names a column of identity numbers. Regulars never reads these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile {file} cannot be read: it is not a TOML file in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile {file} has a mistake at {key}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile does not fit {file}: a column that {profile} needs is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the profile a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a profile named {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not JSON: line {line}, column {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {path}: expected one of {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {path}: this word is not known here. Expected one of {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {path}: {key} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {path}: {keys} cannot stand together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {path}: there is no field {field}. There are: {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {path}: this comparison is not known here. Expected one of {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {path}: this value is not known here. Expected one of {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {path}: expected {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {path}: the value must be from {low} to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {path}: the end ({high}) lies before the beginning ({low}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {path}: a date is written like 2026-11-11.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {path}: this list is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {path}: groups are nested more than {limit} deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the segment a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a segment named {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This segment does not exist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the text a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a text named {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text does not exist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This member does not exist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is too big for a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a text in UTF-8 or GB18030.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template file is not TOML: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template file has an unknown entry: {key}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template file has a wrong value at {key}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A variable is not closed: the {{ at character {position} has no }}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A }} at character {position} closes nothing. Write }}}} for the character itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A variable at character {position} has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no variable {name} (character {position}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length limit at character {position} is not a number from 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the audience a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This audience does not exist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This audience was handed off. It stays as the record of who was written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members or orders have just changed. Count again, then prepare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price of a part must be a number, not below 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is left to write to: {matched} people match, and every one of them is suppressed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text cannot be sent: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{{variable}}} is empty for {count} people. Give it a fallback, such as {{{variable}|…}}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} texts are longer than {most} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} rows do not fit one sheet of {most}. Split the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hand-off file ends in .csv or .xlsx, not in “{suffix}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hand-off file is written in utf-8-sig or gb18030, not in {encoding}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files can be split from 1 row on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is already there. Choose another name, or allow overwriting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is open in another program. Close it there, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written there: the folder is read-only. Nothing was handed off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk with {path} is full. Nothing was handed off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written. Nothing was handed off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a date or time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither yes nor no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rows of this order disagree; the most advanced one was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more cells than the header has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing here says who this is; the row was skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no order number; the row was skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more problems of this kind or later in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another currency than the rest of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a spreadsheet has cut the end of this long number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fewer cells than the header has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quotation mark is never closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown order status; the order counts as not bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>characters that cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text needs a signature in 【】.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the signature has a character that is not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signatures of {shortest} to {longest} characters pass reviews best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>【】 may stand around the signature only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a marketing text must say how to refuse, such as 拒收请回复R.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a notification must not carry an opt-out wording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the opt-out wording stands in the text and behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this opt-out wording is not one that vendors know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} characters are more than the {most} that vendors take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>｛ and ｝ are plain characters; a variable is written in {{ }}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line breaks are sent as a space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a variable is not closed with }}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a }} closes nothing; write }}}} for the character itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a variable has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no variable {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the length limit of a variable is not a number from 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No usable phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same phone as another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messaged in the last {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unpaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed unpaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>consented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opted out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mobile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>landline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masked by the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>platform&apos;s relay number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comparison and a number, such as [&quot;&gt;=&quot;, 2]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object in {{ }}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list in [ ]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a Regulars shop file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was written by a newer version of Regulars (step {step}). Update the program to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk with {path} is full. Nothing was changed; free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk reported an error at {path}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No good backup could be written to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the shop file: regulars --shop FILE …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no screen here. The commands import, count, prepare, backup and demo work without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of this shop:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase for the new shop (this computer has no keyring):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup written and verified: {path} ({size} bytes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row}, {column}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {orders} orders by {members} members ({profile})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {members} members ({profile})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{new} new, {updated} updated, {unchanged} unchanged; {skipped} rows skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid {paid}, refunded {refunded}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{new} new members, {updated} updated; {consents} consents noted; {skipped} rows skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guessed from the headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} people match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−{removed}  {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} messages, {parts} parts, {cost}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>texts of {parts} parts: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} left out at the last moment: they opted out since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} left out at the last moment: another message has reached them since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {path} ({rows} rows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cat food regulars, 45 days quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Big spenders around Shanghai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double 12 for regulars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample shop: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keyring here, so its passphrase is {passphrase} (the people are invented).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment “{name}”: {count} people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand-off file: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} rows for {rows} messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language: en</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once more:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
