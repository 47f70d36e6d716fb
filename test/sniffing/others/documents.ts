/** Markup, data and code of every day. */
export const documents: Readonly<Record<string, string>> = {
  'HTML page': `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Report on wireless roaming</title></head>
<body><h1>Events</h1><table><tr><td>10:00</td><td>Connected</td></tr></table></body></html>
`,
  'HTML without a doctype': `<HTML><HEAD><TITLE>Index of /logs</TITLE></HEAD>
<BODY><PRE><A HREF="wifi.etl">wifi.etl</A> 02-Jan-2026 16:13 4M</PRE></BODY></HTML>
`,
  SVG: `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><title>Event</title><circle cx="5" cy="5" r="4"/></svg>
`,
  RSS: `<?xml version="1.0"?>
<rss version="2.0"><channel><title>News</title><item><title>Event of the day</title><pubDate>Fri, 02 Jan 2026 16:13:49 GMT</pubDate></item></channel></rss>
`,
  'JUnit XML': `<?xml version="1.0" encoding="UTF-8"?>
<testsuites><testsuite name="roam" tests="2" failures="1" time="5.01"><testcase classname="Roam" name="hangs"><failure message="hung"/></testcase></testsuite></testsuites>
`,
  'pom.xml': `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>org.example</groupId><artifactId>roam</artifactId></project>
`,
  vcxproj: `<?xml version="1.0" encoding="utf-8"?>
<Project DefaultTargets="Build" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
  <ItemGroup><ClCompile Include="roam.c"/></ItemGroup>
</Project>
`,
  'calendar XML': `<?xml version="1.0"?>
<Calendar><Event id="1"><Title>Lunch</Title><Start>2026-01-02T12:00:00</Start></Event><Event id="2"><Title>Talk</Title></Event></Calendar>
`,
  PDML: `<?xml version="1.0"?>
<pdml version="0" creator="wireshark/4.2.0"><packet><proto name="wlan"><field name="wlan.fc.type" showname="Type: Management frame (0)"/></proto></packet></pdml>
`,
  plist: `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>Event</key><string>roam</string></dict></plist>
`,
  GeoJSON: `{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [0, 0]}, "properties": {"name": "AP"}}]}
`,
  'Chrome trace': `{"traceEvents": [{"name": "roam", "ph": "X", "ts": 1, "dur": 2, "pid": 1, "tid": 1, "cat": "wifi"}], "displayTimeUnit": "ms"}
`,
  'Sigma hits': `[{"title": "Suspicious", "id": "1", "status": "test", "document": {"data": {"Event": {"System": {"EventID": 1}}}}}]
`,
  HAR: `{"log": {"version": "1.2", "creator": {"name": "x", "version": "1"}, "entries": [{"startedDateTime": "2026-01-02T16:13:49.692Z", "time": 50}]}}
`,
  SARIF: `{"version": "2.1.0", "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "runs": [{"tool": {"driver": {"name": "x"}}, "results": []}]}
`,
  'JSON numbers': `[1, 2, 3, 4.5, -6e7]
`,
  'JSON lines of events': `{"event":"roam","ts":1767370429.69,"from":"02:00:00:00:0a:01","to":"02:00:00:00:0b:01"}
{"event":"connected","ts":1767370430.11,"bssid":"02:00:00:00:0b:01"}
`,
  notebook: `{"cells": [{"cell_type": "code", "source": ["import pandas as pd\\n"], "outputs": []}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
`,
  YAML: `version: 3
services:
  roam:
    image: node:20
    ports: ["8080:80"]
`,
  TOML: `[package]
name = "roam"
version = "0.1.0"

[dependencies]
serde = "1"
`,
  INI: `[General]
Level=4
[Wifi]
Roam=1
`,
  Markdown: `# Roaming

| step | time |
| --- | --- |
| M1 | 0 |
| M3 | 2 |

\`\`\`
[0]0004.0E28 is how a line begins
\`\`\`
`,
  'Markdown about traces': `# How to read a listing

tracefmt prints records like \`[cpu]pid.tid::time [component]message\`, tracerpt writes CSV, and
\`wevtutil qe\` writes \`<Event>\` elements. The heading of a summary is "Files Processed".
`,
  LaTeX: `\\documentclass{article}
\\begin{document}
\\section{Roaming}
A task is M1, M3 and an indication.
\\end{document}
`,
  'C source': `#include <stdio.h>
#include "roam.tmh"

/* [0]0004.0E28:: is what tracefmt prints */
NTSTATUS Roam(WDI_PORT_ID PortId)
{
    DoTraceMessage(TRACE_ROAM, "OID_WDI_TASK_ROAM on port %d", PortId);
    return STATUS_SUCCESS;
}
`,
  'C header with GUIDs': `#define WPP_CONTROL_GUIDS \\
    WPP_DEFINE_CONTROL_GUID(RoamTrace, (11111111,2222,3333,4444,555555555555), \\
        WPP_DEFINE_BIT(TRACE_ROAM) \\
        WPP_DEFINE_BIT(TRACE_SCAN))
`,
  'TypeScript source': `export interface Roam {
  readonly from: string
  readonly to: string
}
export const stamp = /^\\[(\\d+)\\]([0-9A-F]{4})\\.([0-9A-F]{4})::/
`,
  'Python source': `#!/usr/bin/env python3
import re

HEAD = re.compile(r'\\[(\\d+)\\]([0-9A-Fa-f]{4})\\.([0-9A-Fa-f]{4})::')
def main():
    print("Event[0]: not quite")
`,
  'Rust source': `#[derive(Debug)]
struct Roam<'a> { from: &'a str, to: &'a str }
fn main() { println!("{:?}", Roam { from: "a", to: "b" }); }
`,
  SQL: `CREATE TABLE events (id INTEGER PRIMARY KEY, provider TEXT, message TEXT);
INSERT INTO events VALUES (1, 'Microsoft-Windows-WLAN-AutoConfig', 'connected');
`,
  'PowerShell script': `param([string]$Path)
Get-WinEvent -Path $Path | Where-Object { $_.Id -eq 8001 } | ForEach-Object { $_.ToXml() } | Out-File events.xml
`,
  Makefile: `all: roam
roam: roam.o
	gcc -o $@ $^
`,
  hexdump: `00000000  5b 30 5d 30 30 30 34 2e  30 45 32 38 3a 3a 30 31  |[0]0004.0E28::01|
00000010  2f 30 32 2f 32 30 32 36  2d 31 36 3a 31 33 3a 34  |/02/2026-16:13:4|
`,
  'hex of a message': `55 00 04 00 0a 00 00 00
0e 00 06 00 02 00 00 00 0a 01
`,
  base64: `iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk
YPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==
`,
  PEM: `-----BEGIN CERTIFICATE-----
MIIBhTCCASugAwIBAgIQIRi6zePL6mKjOipn+dNuaTAKBggqhkjOPQQDAjASMRAw
-----END CERTIFICATE-----
`,
  mail: `From: a@example.org
To: b@example.org
Date: Fri, 2 Jan 2026 16:13:49 +0000
Subject: Roaming is slow

The trace is attached; see 01/02/2026-16:13:49.692.
`,
  subtitles: `1
00:00:01,000 --> 00:00:04,000
Hello.

2
00:00:05,000 --> 00:00:08,000
Goodbye.
`,
  prose: `It was a dark and stormy night; the rain fell in torrents, except at occasional intervals,
when it was checked by a violent gust of wind.
`,
  'list of addresses': `02:00:00:00:0a:01
02:00:00:00:0b:01
`,
  'blank lines': `



`,
}
