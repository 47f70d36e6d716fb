/** What tools of Windows write that is no trace. */
export const windows: Readonly<Record<string, string>> = {
  'ipconfig /all': `
Windows IP Configuration

   Host Name . . . . . . . . . . . . : HOST

Wireless LAN adapter Wi-Fi:

   Description . . . . . . . . . . . : Intel(R) Wi-Fi 6E AX211 160MHz
   Physical Address. . . . . . . . . : 02-00-00-00-00-05
`,
  'netsh wlan show interfaces': `
There is 1 interface on the system:

    Name                   : Wi-Fi
    GUID                   : 11111111-2222-3333-4444-555555555555
    State                  : connected
    BSSID                  : 02:00:00:00:0a:01
    Radio type             : 802.11ax
    Signal                 : 93%
`,
  'netsh wlan show networks': `
Interface name : Wi-Fi
There are 2 networks currently visible.

SSID 1 : lab
    Network type            : Infrastructure
    Authentication          : WPA2-Personal
    BSSID 1                 : 02:00:00:00:0a:01
         Signal             : 93%
`,
  'netsh wlan show drivers': `
Interface name: Wi-Fi

    Driver                    : Intel(R) Wi-Fi 6E AX211 160MHz
    Type                      : Native Wi-Fi Driver
    Number of supported bands : 3
                                2.4 GHz [ 0 MHz - 0 MHz]
`,
  systeminfo: `Host Name:                 HOST
OS Name:                   Microsoft Windows 11 Pro
OS Version:                10.0.26200 N/A Build 26200
Network Card(s):           1 NIC(s) Installed.
                           [01]: Intel(R) Wi-Fi 6E AX211 160MHz
`,
  'setupapi.dev.log': `[Device Install Log]
     OS Version = 10.0.26200
>>>  [Device Install (Hardware initiated) - PCI\\VEN_8086&DEV_51F0\\3&11583659&0&A3]
>>>  Section start 2026/01/02 16:13:49.692
     dvi: {Build Driver List} 16:13:49.700
<<<  Section end 2026/01/02 16:13:51.100
<<<  [Exit status: SUCCESS]
`,
  'CBS.log': `2026-01-02 16:13:49, Info                  CBS    TI: --- Initializing Trusted Installer ---
2026-01-02 16:13:49, Info                  CSI    00000001@2026/1/2:16:13:49.692 WcpInitialize: wcp.dll version 10.0.26100.1
`,
  'dism.log': `[1234] [0x8007007b] FIOReadFileIntoBuffer:(1381): The filename, directory name, or volume label syntax is incorrect.
2026-01-02 16:13:49, Info                  DISM   PID=1234 TID=5678 DismApi.dll:                                            - DismInitializeInternal
`,
  'WindowsUpdate.log': `2026/01/02 16:13:49.6921830 1234  5678  Agent           * START * Queueing Finding updates [CallerId = Update Orchestrator]
2026/01/02 16:13:49.7000000 1234  5678  Misc            Got WSUS Client/Server URL: NULL
`,
  'IIS log': `#Software: Microsoft Internet Information Services 10.0
#Version: 1.0
#Date: 2026-01-02 16:13:49
#Fields: date time s-ip cs-method cs-uri-stem sc-status
2026-01-02 16:13:49 192.0.2.1 GET / 200
`,
  'firewall log': `#Version: 1.5
#Software: Microsoft Windows Firewall
#Fields: date time action protocol src-ip dst-ip
2026-01-02 16:13:49 ALLOW UDP 192.0.2.5 192.0.2.1
`,
  'Get-NetAdapter': `
Name                      InterfaceDescription                    ifIndex Status       MacAddress             LinkSpeed
----                      --------------------                    ------- ------       ----------             ---------
Wi-Fi                     Intel(R) Wi-Fi 6E AX211 160MHz               12 Up           02-00-00-00-00-05       1.2 Gbps
`,
  'Get-Process | Export-Csv': `#TYPE System.Diagnostics.Process
"Name","SI","Handles","VM","WS","PM","NPM","Path","Company","CPU"
"explorer","1","2345","123456789","12345678","1234567","12345","C:\\Windows\\explorer.exe","Microsoft Corporation","12.5"
`,
  'Get-Service | ConvertTo-Json': `[
    {"Name": "WlanSvc", "Status": 4, "StartType": 2, "DisplayName": "WLAN AutoConfig"},
    {"Name": "Wcmsvc", "Status": 4, "StartType": 2, "DisplayName": "Windows Connection Manager"}
]
`,
  'PowerShell transcript': `**********************
Windows PowerShell transcript start
Start time: 20260102161349
Username: HOST\\user
**********************
PS C:\\> Get-NetAdapter
`,
  'Process Monitor CSV': `"Time of Day","Process Name","PID","Operation","Path","Result","Detail"
"4:13:49.6921830 PM","svchost.exe","1234","RegOpenKey","HKLM\\System\\CurrentControlSet\\Services\\WlanSvc","SUCCESS","Desired Access: Read"
`,
  'typeperf CSV': `"(PDH-CSV 4.0)","\\\\HOST\\Network Interface(Wi-Fi)\\Bytes Total/sec","\\\\HOST\\Processor(_Total)\\% Processor Time"
"01/02/2026 16:13:49.692","1234.5","12.5"
"01/02/2026 16:13:50.692","2345.6","11.0"
`,
  'driverquery /fo csv': `"Module Name","Display Name","Driver Type","Link Date"
"Netwtw14","Intel(R) Wireless Adapter Driver","Kernel ","1/2/2026 4:13:49 PM"
`,
  'schtasks CSV': `"HostName","TaskName","Next Run Time","Status","Logon Mode","Last Run Time","Last Result","Author"
"HOST","\\Microsoft\\Windows\\WlanSvc\\CDSSync","N/A","Ready","Interactive/Background","1/2/2026 4:13:49 PM","0","Microsoft"
`,
  'wlan profile': `<?xml version="1.0"?>
<WLANProfile xmlns="http://www.microsoft.com/networking/WLAN/profile/v1">
	<name>lab</name>
	<SSIDConfig><SSID><hex>6C6162</hex><name>lab</name></SSID></SSIDConfig>
	<connectionType>ESS</connectionType>
	<MSM><security><authEncryption><authentication>WPA2PSK</authentication></authEncryption></security></MSM>
</WLANProfile>
`,
  'event manifest': `<?xml version="1.0" encoding="UTF-8"?>
<instrumentationManifest xmlns="http://schemas.microsoft.com/win/2004/08/events">
  <instrumentation><events>
    <provider name="Example-Provider" guid="{11111111-2222-3333-4444-555555555555}" symbol="EXAMPLE" resourceFileName="e.dll" messageFileName="e.dll">
      <events><event symbol="Roam" value="1" version="0" level="win:Informational" template="T" message="$(string.Roam)"/></events>
    </provider>
  </events></instrumentation>
</instrumentationManifest>
`,
  'wprp profile': `<?xml version="1.0" encoding="utf-8"?>
<WindowsPerformanceRecorder Version="1.0" Author="me">
  <Profiles>
    <EventCollector Id="C" Name="Wifi"><BufferSize Value="1024"/></EventCollector>
    <EventProvider Id="P" Name="Microsoft-Windows-WLAN-AutoConfig"/>
  </Profiles>
</WindowsPerformanceRecorder>
`,
  'data collector set': `<?xml version="1.0" encoding="UTF-16"?>
<DataCollectorSet><Status>0</Status><Name>wifi</Name>
  <TraceDataCollector><DataCollectorType>1</DataCollectorType><TraceDataProvider><DisplayName>Microsoft-Windows-WLAN-AutoConfig</DisplayName></TraceDataProvider></TraceDataCollector>
</DataCollectorSet>
`,
  'driver INF': `;
; Sample Wi-Fi driver
;
[Version]
Signature   = "$WINDOWS NT$"
Class       = Net
ClassGuid   = {4d36e972-e325-11ce-bfc1-08002be10318}

[Manufacturer]
%Msft% = Standard,NTamd64
`,
  'registry export': `Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\WMI\\Autologger\\WifiDriverIHVSession]
"Start"=dword:00000001
"FileName"="%SystemRoot%\\\\System32\\\\LogFiles\\\\WMI\\\\Wifi.etl"
`,
  'WinDbg !analyze': `0: kd> !analyze -v
*******************************************************************************
*                        Bugcheck Analysis                                    *
*******************************************************************************

DPC_WATCHDOG_VIOLATION (133)
Arg1: 0000000000000001, The system cumulatively spent an extended period of time at DISPATCH_LEVEL
STACK_TEXT:
fffff801\`12345678 fffff801\`12345679 : 00000000 : nt!KeBugCheckEx
`,
  'WinDbg lm': `0: kd> lm m wdi*
start             end                 module name
fffff801\`12340000 fffff801\`12350000   wdiwifi    (deferred)
`,
  'logman query': `
Data Collector Set                      Type                          Status
-------------------------------------------------------------------------------
WifiSession                             Trace                         Running
NetCore                                 Trace                         Running

The command completed successfully.
`,
  'pnputil /enum-devices': `Microsoft PnP Utility

Instance ID:                PCI\\VEN_8086&DEV_51F0
Device Description:         Intel(R) Wi-Fi 6E AX211 160MHz
Status:                     Started
`,
  'hosts file': `# Copyright (c) 1993-2009 Microsoft Corp.
#
#      102.54.94.97     rhino.acme.com          # source server
127.0.0.1       localhost
`,
  'batch file': `@echo off
set TRACE_FORMAT_PREFIX=[%%9!d!]%%8!04X!.%%3!04X!::%%4!s! [%%1!s!]
tracefmt wifi.etl -p tmf -o wifi.txt
`,
  'CSV table': `id,name,ssid,bssid,rssi
1,lab-ap-1,lab,02:00:00:00:0a:01,-45
2,lab-ap-2,lab,02:00:00:00:0b:01,-70
`,
  'CSV of a log tool': `"Time","Level","Source","Message"
"2026-01-02 16:13:49.692","Info","roam","started"
"2026-01-02 16:13:50.692","Error","roam","no candidate, gave up"
`,
  'CSV of logcat': `Time,PID,TID,Level,Tag,Message
01-02 16:13:49.692,1234,5678,I,WifiHAL,starting
2026-01-02 16:13:49.700,1234,5679,D,WifiHAL,started
`,
  'CSV of a service': `timestamp,process,thread,module,message
2026-01-02 16:13:49.692,roamd,0x1234,radio,starting
2026-01-02 16:13:49.700,roamd,0x1235,radio,started
`,
  'Wireshark CSV': `"No.","Time","Source","Destination","Protocol","Length","Info"
"1","0.000000","02:00:00:00:0a:01","ff:ff:ff:ff:ff:ff","802.11","250","Beacon frame, SN=100, FN=0, Flags=........C, BI=100, SSID=""lab"""
"2","0.102400","02:00:00:00:0a:01","ff:ff:ff:ff:ff:ff","802.11","250","Beacon frame"
`,
  'TSV table': `Msg	Name	Process	Thread	CPU	Sequence	Time	Message
1	a	2	3	0	1	yesterday	text
2	b	2	3	0	2	today	text
`,
}
