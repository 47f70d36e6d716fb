import {variants} from '../variants.js'

variants(`
windows-association-failed: no answer from the AP
- +5020 LOG 8002 adapter - ssid=corp reason=0x38003
+ +5020 LOG 11002 adapter - ssid=corp reason=0x38003
= violation warning high | 5010 | Windows reports that an association failed: association timed out (0x38003), signal -82 dBm (2 failures in this connect). | 10 5010 5020 |

windows-association-failed: no answer from the AP
- +5010 LOG 11002 adapter - ssid=corp reason=0x38003 status=0 rssi=-82
+ +5010 LOG 11002 adapter - ssid=corp reason=0x3800C
= violation warning high | 5010 | Windows reports that an association failed: the driver failed an operation (0x3800c). | 10 5010 5020 |

windows-association-failed: no answer from the AP
- +5010 LOG 11002 adapter - ssid=corp reason=0x38003 status=0 rssi=-82
+ +5010 LOG 11002 adapter - ssid=corp reason=0x123456
= violation warning high | 5010 | Windows reports that an association failed: reason 0x123456. | 10 5010 5020 |

windows-association-failed: no answer from the AP
- +5010 LOG 11002 adapter - ssid=corp reason=0x38003 status=0 rssi=-82
+ +5010 LOG 11002 adapter
= violation warning high | 5010 | Windows reports that an association failed: no reason is given. | 10 5010 5020 |

windows-security-failed: the state machine gives up while authenticating, and no event says why
- +332 LOG 20007 adapter - from=Authenticating to=Roaming
+ +332 LOG 20007 adapter - from=Authenticating to=Connected

windows-security-failed: the keys could not be given to the adapter: the driver
- +141 LOG 11006 adapter - AP-A ssid=corp reason=0x48010 error=0xC0000001
= violation warning high | 140 | Security with 02:00:00:00:0a:01 failed 45 ms after it began: from WAIT_FOR_KEY_SUCCESS to FAILURE, and no event says why. | 95 140 150 |

windows-security-failed: the keys could not be given to the adapter: the driver
- +140 LOG 21057 adapter - AP-A from=WAIT_FOR_KEY_SUCCESS to=FAILURE
+ +140 LOG 21057 adapter - AP-A from=KEY_ACTIVATE to=SUCCESS
- +141 LOG 11006 adapter - AP-A ssid=corp reason=0x48010 error=0xC0000001
+ +141 LOG 20013 adapter - error=0x48005
= violation warning high | 141 | Security failed 46 ms after it began: the key exchange did not succeed in time (0x48005). | 95 141 150 |

windows-security-failed: the key exchange does not end
- +2095 LOG 11006 adapter - AP-A ssid=corp reason=0x48005
+ +2095 LOG 11009 adapter - AP-A ssid=corp ihv-reason=0x17
= violation warning high | 2095 | Security with 02:00:00:00:0a:01 failed 2000 ms after it began: no reason is given, reason of the vendor 0x17. | 95 2095 2100 |

windows-8021x-failed: the server rejects the user
- +3100 LOG 12013 adapter - AP-A ssid=corp reason=0x50005 error=0x40420110 eap-reason=0x40420110 eap-error=0x40420110
+ +3100 LOG 21013 adapter - reason=0x50005
= violation warning high | 3100 | 802.1X (EAP type 25) failed 3000 ms after it began: the authentication server sent EAP-Failure (0x50005). | 100 3100 3101 3105 |

windows-8021x-failed: the server rejects the user
- +3101 LOG 11006 adapter - AP-A ssid=corp reason=0x38006
+ +3101 LOG 21013 adapter - reason=0x50005
= violation warning high | 3100 | 802.1X (EAP type 25) failed 3000 ms after it began: the authentication server sent EAP-Failure (0x50005), EAP reason 0x40420110, EAP error 0x40420110. | 100 3100 3105 |

windows-8021x-restarted: the first start is not answered
+ +9000 LOG 12014 adapter
= violation info high | 9000 | 802.1X was restarted 2 times in this connect before it had an answer, first after 8900 ms: no reason is given. | 100 9000 18100 | 12012 or 12013 before 12014

windows-8021x-restarted: inconclusive: an answer may have been lost
+ capture loss=200..300
- +18100 LOG 12014 adapter - ssid=corp eap=25 why="Onex Auth Timeout"
+ 400 LOG 12014 adapter
+ 500 LOG 12014 adapter
= violation info high | 400 | 802.1X was restarted 2 times in this connect before it had an answer, first after 300 ms: no reason is given. | 100 400 500 | 12012 or 12013 before 12014

windows-connection-blocked: for twenty minutes after two failures
- 14001 LOG 8004 adapter - ssid=corp reason=0x38003 minutes=20
+ 14001 LOG 8004 adapter - ssid=corp reason=0x38003 minutes=1
= violation warning high | 14001 | Windows blocks the network for 1 minute: association timed out (0x38003). | 14001 |

windows-connect-failed: connected
- +850 LOG 8001 adapter - ssid=corp auth=WPA2-Personal
+ +850 LOG 8000 adapter - ssid=corp
+ +860 LOG 8001 adapter - ssid=corp
= pass 1

windows-disconnect-after-roam: inconclusive: the words of the event do not tell roamscope who ended it
- 8060 LOG 8003 adapter - ssid=corp why="A rede está desconectada pelo driver."
+ 8060 LOG 8003 adapter - ssid=corp reason=0
= violation info medium | 8060 | The connection broke 8000 ms after the roam: number 0. | 60 8060 |

windows-disconnect-after-roam: inconclusive: the words of the event do not tell roamscope who ended it
+ 8000 LOG 20001 adapter
= pass 1

windows-disconnect-after-roam: the driver disconnects 8 s after the roam
+ capture loss=100..200
= inconclusive info medium L-LOSS | 8060 | The connection broke 8000 ms after the roam: "The network is disconnected by the driver". | 60 8060 |

windows-disconnect-after-roam: the capture ends 10 s after the roam
- capture to=10060
+ capture loss=9000..9001
= the time after the roam is not covered by the capture

windows-disconnect-after-roam: the driver disconnects 8 s after the roam
- 8060 LOG 8003 adapter - ssid=corp reason=0 why="The network is disconnected by the driver."
+ 8050 LOG 20007 adapter - from=Connected to=Disconnected
= inconclusive info high | 8050 | The connection broke 7990 ms after the roam: the state machine says no reason. | 60 8050 |

windows-roam-lost-link: the state machine goes from Roaming to Disconnected
- +2100 LOG 20007 adapter - from=Roaming to=Wait_For_Disconnected
+ +1500 LOG 20001 adapter
= pass 1

windows-roam-lost-link: inconclusive: a new connect begins, perhaps to another network
- +10 LOG 11010 adapter - auth=WPA2-Personal
+ +10 LOG 11010 adapter - ssid=corp auth=WPA2-Personal
= violation warning high | 4000 | The roam lost the connection after 4000 ms: Windows had to connect anew. | 0 10 4000 |

windows-driver-disconnected: by the number, which is less certain
- 0 LOG 8003 adapter - ssid=corp reason=0 why="A rede está desconectada pelo driver."
+ 0 LOG 8003 adapter - ssid=corp reason=2
= pass 1

windows-driver-disconnected: in words
- 0 LOG 8003 adapter - ssid=corp why="The network is disconnected by the driver."
+ 0 LOG 8003 adapter - reason=0x38001 why="The network is disconnected by the driver."
= pass 1

windows-driver-disconnected: in words
- 0 LOG 8003 adapter - ssid=corp why="The network is disconnected by the driver."
+ 0 LOG 8003 adapter - reason=0x38009
= pass 1

windows-disconnect-after-roam: the user disconnects
- 8060 LOG 8003 adapter - ssid=corp why="The network is disconnected by the user."
+ 8060 LOG 8003 adapter - reason=0x38009
= violation info high | 8060 | The connection broke 8000 ms after the roam: security failed while roaming (0x38009). | 60 8060 |

windows-disconnect-after-roam: the user disconnects
- 8060 LOG 8003 adapter - ssid=corp why="The network is disconnected by the user."
+ 8060 LOG 8003 adapter - why="The network is disconnected because roaming failed."
= violation info high | 8060 | The connection broke 8000 ms after the roam: "The network is disconnected because roaming failed". | 60 8060 |

windows-driver-disconnected: somebody called for it
- 0 LOG 20001 adapter -
+ -9961 LOG 20001 adapter
= event 8003 says who ended the connection only in words of its language

windows-driver-disconnected: the driver’s own messages say more
- +900 LOG 8003 adapter - ssid=corp why="The network is disconnected by the driver."
+ 2000.001 LOG 8003 adapter - ssid=corp why="The network is disconnected by the driver."
= violation warning high | 2000.001 | The connection ended by the driver’s side, not on request: "The network is disconnected by the driver". | 2000.001 |

windows-limited-connectivity: the gateway is lost, and Windows resets the adapter: one episode
- +5001 LOG 4003 adapter - type=4 error=0x0 change=5
+ 35001 LOG 4003 adapter - type=9 error=0x0 change=5
= violation warning high | 0 | Windows finds that the connection does not work: the gateway cannot be reached; a repair starts: the adapter is disabled and enabled (4). | 0 5000 |
= violation warning high | 35001 | Windows finds that the connection does not work: a repair starts: type 9, trigger reason 5. | 35001 |

windows-limited-connectivity: twice within 31 s: two episodes
+ 15000 LOG 14074 adapter - reachable=no
= violation warning high | 0 | Windows finds that the connection does not work: the gateway cannot be reached (3 events in 31 s). | 0 15000 31000 |

windows-limited-connectivity: the system log has only the repair
- 0 LOG 4003 adapter - type=4 error=0x0 change=5
+ 0 LOG 14073 adapter - type="Gateway Unreachability Roam"
= violation warning high | 0 | Windows finds that the connection does not work: a repair starts: a roam, because the gateway cannot be reached (7). | 0 |

windows-limited-connectivity: the system log has only the repair
- 0 LOG 4003 adapter - type=4 error=0x0 change=5
+ 0 LOG 4003 adapter
= violation warning high | 0 | Windows finds that the connection does not work: a repair starts. | 0 |

windows-passphrase-suspected: suspected while connecting
- +3095 LOG 11006 adapter - AP-A ssid=corp reason=0x48014
+ +3095 LOG 11004 adapter - ssid=corp hint=0x48014
- +3100 LOG 8002 adapter - ssid=corp reason=0x48014
+ +3100 LOG 8002 adapter - ssid=corp reason=0x38006
= violation warning high | 3095 | Windows suspects a wrong passphrase: the passphrase is probably wrong (0x48014). | 3095 3100 |
= pass 1

windows-adapter-reset: for the second time, with the number of the reason
- 5000 LOG NDIS-10400 adapter - reset=5 count=2
+ 5000 LOG NDIS-10400 adapter - reset="The driver asked for it."
= violation warning high | 5000 | NDIS resets the adapter: "The driver asked for it". | 5000 |

windows-fast-roam-vetoed: 802.1X refuses
- +12 LOG 21009 adapter - error=1168
+ +12 LOG 21009 adapter - error=0x50001
= violation info high | 12 | 802.1X refused fast roaming and asked for a full authentication: 802.1X could not identify the user (0x50001). | 12 |

windows-fast-roam-vetoed: 802.1X refuses
- +12 LOG 21009 adapter - error=1168
+ +12 LOG 21009 adapter
= violation info high | 12 | 802.1X refused fast roaming and asked for a full authentication. | 12 |

windows-module-stopped: it crashed: an error, as in Windows’ own log
- 0 LOG 10003 adapter - module="C:\\Windows\\system32\\IntelIHVRouter.dll"
+ 0 LOG 10003 adapter - module="/odd/path/x.dll"
= violation error high | 0 | The vendor’s extensibility module "x.dll" has stopped unexpectedly (event 10003). | 0 |

windows-session-unfinished: the capture ends 59 s after the last event
- capture from=-30000 to=59010
+ capture from=-30000 to=60010
= violation info high | 60010 | Nothing ends the connect that Windows started: the last event is 11000, and 60 s later there is still no other. | 0 10 | 8001, 8002 or 8003
= pass 1

windows-session-unfinished: the capture ends 59 s after the last event
- capture from=-30000 to=59010
+ capture from=-30000 to=60009.999
= pass 1
= the capture ends before the limit
`)
