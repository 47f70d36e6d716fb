/** What other tools write, in their words: none of it is a trace of Windows. */
export const logs: Readonly<Record<string, string>> = {
  'nginx access': `203.0.113.7 - - [02/Jan/2026:16:13:49 +0000] "GET /index.html HTTP/1.1" 200 612 "-" "curl/8.5.0"
203.0.113.8 - bob [02/Jan/2026:16:13:50 +0000] "POST /api/v1/roam?from=a&to=b HTTP/2.0" 502 0 "https://example.org/" "Mozilla/5.0 (Windows NT 10.0)"
`,
  'nginx error': `2026/01/02 16:13:49 [error] 1234#5678: *42 connect() failed (111: Connection refused) while connecting to upstream, client: 203.0.113.7
2026/01/02 16:13:49 [warn] 1234#5678: *42 upstream server temporarily disabled
`,
  'apache error': `[Fri Jan 02 16:13:49.692183 2026] [core:notice] [pid 1234:tid 5678] AH00094: Command line: '/usr/sbin/apache2'
[Fri Jan 02 16:13:50.000001 2026] [mpm_event:notice] [pid 1234:tid 5678] AH00489: resuming normal operations
`,
  syslog: `Jan  2 16:13:49 gateway systemd[1]: Started Daily apt download activities.
Jan  2 16:13:50 gateway kernel: [12345.678901] usb 1-1: new high-speed USB device number 5 using xhci_hcd
Jan  2 16:13:51 gateway dhclient[987]: DHCPACK of 192.0.2.5 from 192.0.2.1
`,
  'syslog of RFC 5424': `<34>1 2026-01-02T16:13:49.692Z host su - ID47 - BOM'su root' failed for lonvick on /dev/pts/8
<165>1 2026-01-02T16:13:50.003Z host evntslog - ID47 [exampleSDID@32473 iut="3" eventID="1011"] An application event log entry
`,
  dmesg: `[    0.000000] Linux version 6.1.0-18-amd64 (debian-kernel@lists.debian.org) (gcc-12 (Debian 12.2.0-14) 12.2.0)
[    2.345678] cfg80211: Loading compiled-in X.509 certificates for regulatory database
[   12.345679] wlan0: authenticate with 02:00:00:00:0a:01
[   12.349000] wlan0: send auth to 02:00:00:00:0a:01 (try 1/3)
[   12.351234] wlan0: authenticated
[   12.352345] wlan0: associate with 02:00:00:00:0a:01 (try 1/3)
`,
  'dmesg -T': `[Fri Jan  2 16:13:49 2026] iwlwifi 0000:00:14.3: Detected Intel(R) Wi-Fi 6E AX211 160MHz, REV=0x370
[Fri Jan  2 16:13:50 2026] iwlwifi 0000:00:14.3: loaded firmware version 72.daa05125.0
`,
  'journalctl -o short-precise': `Jan 02 16:13:49.692183 host NetworkManager[812]: <info>  [1767370429.6921] device (wlan0): supplicant interface state: completed -> disconnected
Jan 02 16:13:50.000001 host wpa_supplicant[900]: wlan0: CTRL-EVENT-DISCONNECTED bssid=02:00:00:00:0a:01 reason=3 locally_generated=1
`,
  'journalctl -o json': `{"__REALTIME_TIMESTAMP":"1767370429692183","PRIORITY":"6","_PID":"812","MESSAGE":"device (wlan0): state change: activated","SYSLOG_IDENTIFIER":"NetworkManager"}
{"__REALTIME_TIMESTAMP":"1767370430000001","PRIORITY":"6","_PID":"900","MESSAGE":"wlan0: Trying to associate","SYSLOG_IDENTIFIER":"wpa_supplicant"}
`,
  'journalctl -o export': `__CURSOR=s=1;i=2
__REALTIME_TIMESTAMP=1767370429692183
_PID=812
MESSAGE=device (wlan0): state change
`,
  wpa_supplicant: `1767370429.692183: wlan0: State: ASSOCIATED -> 4WAY_HANDSHAKE
1767370429.692200: WPA: RX message 1 of 4-Way Handshake from 02:00:00:00:0a:01 (ver=2)
1767370429.692301: RSN: msg 1/4 key data - hexdump(len=22): dd 14 00 0f ac 04
1767370429.692400: WPA: Sending EAPOL-Key 2/4
1767370429.692500: wlan0: CTRL-EVENT-CONNECTED - Connection to 02:00:00:00:0a:01 completed [id=0 id_str=]
`,
  hostapd: `wlan0: STA 02:00:00:00:00:05 IEEE 802.11: authenticated
wlan0: STA 02:00:00:00:00:05 IEEE 802.11: associated (aid 1)
wlan0: AP-STA-CONNECTED 02:00:00:00:00:05
wlan0: STA 02:00:00:00:00:05 WPA: pairwise key handshake completed (RSN)
`,
  'iw event -t': `1767370429.692183: wlan0 (phy #0): scan started
1767370431.100000: wlan0 (phy #0): scan finished: 2412 2437 2462, ""
1767370431.200000: wlan0 (phy #0): connected to 02:00:00:00:0a:01
`,
  'logcat -v threadtime': `--------- beginning of main
01-02 16:13:49.692  1234  5678 I WifiHAL : Creating message to get link statistics; iface = 24
01-02 16:13:49.700  1234  5679 D WifiClientModeImpl[wlan0]: NETWORK_STATUS_UNWANTED_DISCONNECT
01-02 16:13:49.701   890  1002 E wpa_supplicant: wlan0: Failed to initiate sched scan
`,
  'logcat -v brief': `I/WifiHAL ( 1234): Creating message to get link statistics; iface = 24
D/ConnectivityService( 890): NetworkAgentInfo [WIFI () - 101] validation passed
`,
  'logcat -v long': `[ 01-02 16:13:49.692  1234: 5678 I/WifiHAL ]
Creating message to get link statistics

[ 01-02 16:13:49.700  1234: 5679 D/WifiStateMachine ]
roam complete
`,
  iperf: `------------------------------------------------------------
Client connecting to 192.0.2.1, TCP port 5001
[  3] local 192.0.2.5 port 51234 connected with 192.0.2.1 port 5001
[ ID] Interval       Transfer     Bandwidth
[  3]  0.0- 1.0 sec   112 MBytes   940 Mbits/sec
[  3]  1.0- 2.0 sec   111 MBytes   931 Mbits/sec
`,
  iperf3: `Connecting to host 192.0.2.1, port 5201
[  5] local 192.0.2.5 port 51234 connected to 192.0.2.1 port 5201
[ ID] Interval           Transfer     Bitrate         Retr  Cwnd
[  5]   0.00-1.00   sec   112 MBytes   941 Mbits/sec    0    386 KBytes
`,
  ping: `Pinging 192.0.2.1 with 32 bytes of data:
Reply from 192.0.2.1: bytes=32 time=2ms TTL=64
Request timed out.
`,
  tracert: `Tracing route to example.org [192.0.2.80]
over a maximum of 30 hops:

  1     2 ms     1 ms     1 ms  192.0.2.1
  2     *        *        *     Request timed out.
`,
  'tcpdump -e': `16:13:49.692183 02:00:00:00:00:05 > 02:00:00:00:0a:01, ethertype IPv4 (0x0800), length 98: 192.0.2.5 > 192.0.2.1: ICMP echo request, id 1, seq 1, length 64
16:13:49.693183 02:00:00:00:0a:01 > 02:00:00:00:00:05, ethertype IPv4 (0x0800), length 98: 192.0.2.1 > 192.0.2.5: ICMP echo reply, id 1, seq 1, length 64
`,
  tshark: `    1 0.000000000 02:00:00:00:0a:01 → ff:ff:ff:ff:ff:ff 802.11 250 Beacon frame, SN=100, FN=0, Flags=........C, BI=100, SSID="lab"
    2 0.001234567 02:00:00:00:00:05 → 02:00:00:00:0a:01 802.11 60 Authentication, SN=1, FN=0, Flags=........C
`,
  'git log': `commit 1f0e3dad99908345f7439f8ffabdffc4d5cd2b3a
Author: A Developer <a@example.org>
Date:   Fri Jan 2 16:13:49 2026 +0000

    Roam: wait for the keys before the port opens

commit 98f13708210194c475687be6106a3b84d1ecb5f1
Author: Another <b@example.org>
Date:   Thu Jan 1 09:00:00 2026 +0100

    TASK_ROAM is no longer sent twice
`,
  'git diff': `diff --git a/src/roam.c b/src/roam.c
index 1f0e3da..98f1370 100644
--- a/src/roam.c
+++ b/src/roam.c
@@ -10,6 +10,7 @@ int roam(void)
 {
-    return 0;
+    trace("[%d] OID_WDI_TASK_ROAM", cpu);
+    return 1;
 }
`,
  'npm install': `npm warn deprecated inflight@1.0.6: This module is not supported, and leaks memory.

added 312 packages, and audited 313 packages in 9s

57 packages are looking for funding
  run \`npm fund\` for details

found 0 vulnerabilities
`,
  'npm debug log': `0 verbose cli /usr/bin/node /usr/bin/npm
1 info using npm@10.8.2
2 info using node@v20.20.2
3 timing npm:load:whichnode Completed in 1ms
4 http fetch GET 200 https://registry.npmjs.org/yaml 120ms
5 verbose exit 0
`,
  pytest: `============================= test session starts ==============================
platform linux -- Python 3.12.3, pytest-8.1.1, pluggy-1.4.0
collected 3 items

tests/test_roam.py ..F                                                   [100%]

=================================== FAILURES ===================================
E       assert 3 == 2
=========================== short test summary info ============================
FAILED tests/test_roam.py::test_three - assert 3 == 2
`,
  'python logging': `2026-01-02 16:13:49,692 - urllib3.connectionpool - DEBUG - Starting new HTTPS connection (1): example.org:443
2026-01-02 16:13:49,800 - root - ERROR - Traceback (most recent call last):
  File "roam.py", line 3, in <module>
ZeroDivisionError: division by zero
`,
  gtest: `[==========] Running 2 tests from 1 test suite.
[ RUN      ] Roam.Completes
[       OK ] Roam.Completes (12 ms)
[ RUN      ] Roam.Hangs
roam_test.cc:12: Failure
[  FAILED  ] Roam.Hangs (5001 ms)
`,
  log4j: `2026-01-02 16:13:49.692 [main] INFO  org.example.Server - Started in 1.234 seconds
2026-01-02 16:13:49.700 [pool-1-thread-2] ERROR org.example.Roam - Could not roam
java.lang.IllegalStateException: no candidate
	at org.example.Roam.run(Roam.java:42)
`,
  'log4j with brackets': `[2026-01-02 16:13:49.692][INFO ][o.e.Server] Started
[2026-01-02 16:13:49.700][ERROR][o.e.Roam] Could not roam
`,
  glog: `Log file created at: 2026/01/02 16:13:49
Running on machine: host
I0102 16:13:49.692183  1234 server.cc:56] Listening
E0102 16:13:49.700000  5678 roam.cc:12] no candidate
`,
  chromium: `[1234:5678:0102/161349.692183:ERROR:gpu_init.cc(523)] Passthrough is not supported, GL is disabled
[1234:5678:0102/161349.700000:WARNING:wifi_service.cc(12)] No adapter
[0102/161349.710:INFO:crash_report_database.cc(1)] none
`,
  logfmt: `time=2026-01-02T16:13:49.692Z level=info msg="server started" port=8080
time=2026-01-02T16:13:50.000Z level=error msg="roam failed" bssid=02:00:00:00:0a:01
`,
  pino: `{"level":30,"time":1767370429692,"pid":1234,"hostname":"host","msg":"server started"}
{"level":50,"time":1767370430000,"pid":1234,"hostname":"host","err":{"type":"Error","message":"x"},"msg":"roam failed"}
`,
  strace: `execve("/usr/bin/iw", ["iw", "dev"], 0x7ffd /* 20 vars */) = 0
[pid  1234] openat(AT_FDCWD, "/etc/ld.so.cache", O_RDONLY|O_CLOEXEC) = 3
[pid  5678] 16:13:49.692183 read(3, "", 4096) = 0
`,
  gdb: `Reading symbols from ./roam...
Breakpoint 1, roam () at roam.c:12
12	  int status = 0;
#0  roam () at roam.c:12
#1  0x0000555555555149 in main () at main.c:5
`,
  valgrind: `==1234== Memcheck, a memory error detector
==1234== Invalid read of size 4
==1234==    at 0x10915E: roam (roam.c:12)
==1234== HEAP SUMMARY:
`,
  'make and gcc': `gcc -O2 -c roam.c -o roam.o
roam.c:12:5: warning: unused variable 'status' [-Wunused-variable]
make: *** [Makefile:3: roam.o] Error 1
`,
  msbuild: `Build started 1/2/2026 4:13:49 PM.
     1>Project "C:\\src\\driver.vcxproj" on node 1 (Build target(s)).
     1>ClCompile:
         roam.c
     1>C:\\src\\roam.c(12,5): warning C4101: 'status': unreferenced local variable
Build succeeded.
`,
  cmake: `-- The C compiler identification is GNU 12.2.0
-- Detecting C compiler ABI info - done
-- Configuring done (0.3s)
`,
  postgres: `2026-01-02 16:13:49.692 UTC [1234] LOG:  database system is ready to accept connections
2026-01-02 16:13:50.100 UTC [5678] ERROR:  relation "roams" does not exist at character 15
`,
  redis: `1234:M 02 Jan 2026 16:13:49.692 * Ready to accept connections tcp
1234:M 02 Jan 2026 16:13:50.000 # Server initialized
`,
  mysql: `2026-01-02T16:13:49.692183Z 0 [System] [MY-010116] [Server] /usr/sbin/mysqld (mysqld 8.0.36) starting as process 1234
2026-01-02T16:13:50.692183Z 8 [Warning] [MY-010055] [Server] IP address could not be resolved
`,
  kubernetes: `NAME          READY   STATUS    RESTARTS   AGE
roam-0        1/1     Running   0          5m
W0102 16:13:49.692183       1 reflector.go:533] failed to list *v1.Node
`,
  'docker build': `#1 [internal] load build definition from Dockerfile
#1 transferring dockerfile: 120B done
#2 [1/3] FROM docker.io/library/node:20
#2 DONE 0.0s
`,
  'cisco syslog': `*Jan  2 16:13:49.692: %LINEPROTO-5-UPDOWN: Line protocol on Interface Dot11Radio0, changed state to up
*Jan  2 16:13:49.700: %DOT11-6-ASSOC: Interface Dot11Radio0, Station 0200.0000.0005 Associated KEY_MGMT[WPAv2 PSK]
`,
  'aruba auth-trace': `Jan  2 16:13:49  station-up             *  02:00:00:00:00:05  02:00:00:00:0a:01                                - -    wpa2 psk aes
Jan  2 16:13:49  wpa2-key1             <-   02:00:00:00:00:05  02:00:00:00:0a:01                                - 117
Jan  2 16:13:49  wpa2-key2             ->   02:00:00:00:00:05  02:00:00:00:0a:01                                - 117
`,
  freeradius: `(0) Received Access-Request Id 1 from 192.0.2.2:41234 to 192.0.2.1:1812 length 180
(0)   User-Name = "anonymous@example.org"
(0)   Calling-Station-Id = "02-00-00-00-00-05"
(0) eap: Peer sent packet with method EAP Identity (1)
`,
  'macOS airport': `Fri Jan  2 16:13:49.692 <kernel> postMessage::1234 APPLE80211_M_SSID_CHANGED received
Fri Jan  2 16:13:49.700 Roam: ROAMING PROFILES updated to SINGLE-BAND, SINGLE-AP for 5GHz
`,
  'macOS log show': `Timestamp                       Thread     Type        Activity             PID    TTL
2026-01-02 16:13:49.692183+0000 0x1234     Default     0x0                  88     0    airportd: (CoreWiFi) [com.apple.WiFiManager:] roam
`,
}
