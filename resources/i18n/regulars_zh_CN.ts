<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
    <name>ModalDialog</name>
    <message>
        <source>Cancel</source>
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
        <source>No key for {path}: this computer&apos;s keyring does not hold it. Give the passphrase in REGULARS_PASSPHRASE, or open the shop in the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} is damaged. Nothing was changed; open a backup from the folder beside it.</source>
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
        <source>{path} is from an older version. Open it once in the window or with import, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written: the folder or the file is read-only. Nothing was changed.</source>
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
        <source>A passphrase for the new shop (there is no keyring here):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once more:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup written and verified: {path} ({size:,} bytes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
