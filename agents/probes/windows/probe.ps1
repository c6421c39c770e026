# Landfall probe for Windows Server over OpenSSH: Windows PowerShell 2.0 to 5.1, ASCII only, read-only. It writes no file,
# changes nothing: WMI queries, the registry and netstat.exe alone, and never Win32_Product (that would repair
# packages). Settings stand in three assignments before this line: $LF_NONCE, $LF_SECTIONS, $LF_WINDOW_SECONDS.
# Answer: the frame and, where the same values exist, the lines of the Linux sections (agents/probes/<section>).
$ErrorActionPreference = 'SilentlyContinue'
$ProgressPreference = 'SilentlyContinue'
[Threading.Thread]::CurrentThread.CurrentCulture = [Globalization.CultureInfo]::InvariantCulture
[Threading.Thread]::CurrentThread.Priority = 'BelowNormal'
$started = [Diagnostics.Stopwatch]::StartNew()
$deadlineSeconds = 30
$state = @{ late = $null; first = @(); firstAt = 0 }
$epoch = New-Object DateTime 1970, 1, 1, 0, 0, 0, ([DateTimeKind]::Utc)
$out = New-Object IO.StreamWriter ([Console]::OpenStandardOutput()), (New-Object Text.UTF8Encoding $false)
$out.NewLine = "`n"

function Say([string]$line) { $out.WriteLine($line) }
# A value as one word, and as text to the end of a line
function Word($value) { $text = ([string]$value).Trim() -replace '\s+', '_'; if ($text -eq '') { '-' } else { $text } }
function Text($value) { ([string]$value).Trim() -replace '[\r\n\t]+', ' ' }
# A WMI query with a bound of its own; nothing when the class is not there or time ran out
function Ask([string]$query, [int]$seconds = 5) {
  $searcher = [wmisearcher]$query
  $searcher.Options.Timeout = New-Object TimeSpan 0, 0, $seconds
  $searcher.Options.ReturnImmediately = $true
  $searcher.Options.Rewindable = $false
  try { foreach ($row in $searcher.Get()) { $row } } catch {
    $failure = $_.Exception; while ($failure.InnerException) { $failure = $failure.InnerException }
    if ([string]$failure.ErrorCode -eq 'Timedout') { $state.late = "!TIMEOUT $($query.Split(' ')[3])" }
  }
}
function Whole($number) { [Math]::Floor([double]$number).ToString('0') }
function WmiTime($text) { [Management.ManagementDateTimeConverter]::ToDateTime($text).ToUniversalTime() }

function Collect-identity {
  "hostname $([Environment]::MachineName)"
  $domain = (Ask 'SELECT Domain,PartOfDomain FROM Win32_ComputerSystem')
  if ($domain.PartOfDomain) { "fqdn $([Environment]::MachineName).$(Word $domain.Domain)" }
  "machine-id $((Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\Cryptography').MachineGuid)"
  $product = (Ask 'SELECT UUID FROM Win32_ComputerSystemProduct')
  if ($product.UUID) { "product-uuid $($product.UUID)" }
  $offset = [TimeZone]::CurrentTimeZone.GetUtcOffset((Get-Date))
  $sign = '+'; if ($offset.Ticks -lt 0) { $sign = '-' }
  'clock {0} {1}{2:00}{3:00}' -f (Whole ([DateTime]::UtcNow - $epoch).TotalSeconds), $sign, [Math]::Abs($offset.Hours), [Math]::Abs($offset.Minutes)
}
function Collect-os {
  $os = (Ask 'SELECT Caption,Version,OSArchitecture FROM Win32_OperatingSystem')
  'system Windows'
  "caption $(Text $os.Caption)"
  "version $($os.Version)"
  "release $((Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion').UBR)"
  "architecture $([Environment]::GetEnvironmentVariable('PROCESSOR_ARCHITECTURE', 'Machine'))"
  $firmware = (Get-ItemProperty 'HKLM:\SYSTEM\CurrentControlSet\Control').PEFirmwareType
  if ($firmware -eq 1) { 'boot bios' } elseif ($firmware -eq 2) { 'boot uefi' }
}
function Collect-virtualisation {
  $machine = (Ask 'SELECT Manufacturer,Model FROM Win32_ComputerSystem')
  "vendor $(Text $machine.Manufacturer)"
  "product $(Text $machine.Model)"
  $bios = (Ask 'SELECT SerialNumber FROM Win32_BIOS')
  "serial $(Text $bios.SerialNumber)"
}
function Collect-cpu {
  $sockets = 0; $cores = 0; $threads = 0
  foreach ($cpu in (Ask 'SELECT Name,NumberOfCores,NumberOfLogicalProcessors,MaxClockSpeed FROM Win32_Processor' 8)) {
    if ($sockets -eq 0) { "model $(Text $cpu.Name)"; "mhz $($cpu.MaxClockSpeed)" }
    $sockets += 1; $cores += $cpu.NumberOfCores; $threads += $cpu.NumberOfLogicalProcessors
  }
  if ($sockets -gt 0) { "threads $threads"; "sockets $sockets"; "cores $cores" }
}
function Collect-memory {
  $machine = (Ask 'SELECT TotalPhysicalMemory FROM Win32_ComputerSystem')
  "MemTotal: $(Whole ($machine.TotalPhysicalMemory / 1024)) kB"
  $swap = 0; foreach ($file in (Ask 'SELECT AllocatedBaseSize FROM Win32_PageFileUsage')) { $swap += $file.AllocatedBaseSize * 1024 }
  "SwapTotal: $swap kB"
}
function Collect-block-devices {
  foreach ($disk in (Ask 'SELECT Index,Size,Model FROM Win32_DiskDrive')) { if ($disk.Size) { "dev PhysicalDrive$($disk.Index) $(Whole ($disk.Size / 512)) - - - - - $(Text $disk.Model)" } }
}
function Collect-network {
  $names = @{}
  foreach ($nic in (Ask 'SELECT Index,NetConnectionID,MACAddress,Speed,NetConnectionStatus,PNPDeviceID FROM Win32_NetworkAdapter WHERE NetConnectionID IS NOT NULL')) {
    $names[[string]$nic.Index] = Word $nic.NetConnectionID
    $state = 'down'; if ($nic.NetConnectionStatus -eq 2) { $state = 'up' }
    $speed = '-'; if ($nic.Speed -and $nic.Speed -lt 1e15) { $speed = Whole ($nic.Speed / 1e6) }
    $kind = 'virtual'; if ($nic.PNPDeviceID -like 'PCI\*' -or $nic.PNPDeviceID -like 'VMBUS\*' -or $nic.PNPDeviceID -like 'XENVIF\*') { $kind = 'device' }
    "link $(Word $nic.NetConnectionID) $(Word $nic.MACAddress) $state $speed - $kind"
  }
  foreach ($set in (Ask 'SELECT Index,IPAddress,IPSubnet FROM Win32_NetworkAdapterConfiguration WHERE IPEnabled=TRUE')) {
    $name = $names[[string]$set.Index]; if (-not $name) { continue }
    for ($i = 0; $i -lt @($set.IPAddress).Length; $i++) {
      $address = @($set.IPAddress)[$i]; $family = 'inet'; if ($address -match ':') { $family = 'inet6' }
      "addr $name $family $($address -replace '%.*$', '')/$(@($set.IPSubnet)[$i])"
    }
  }
}
function Collect-uptime {
  $os = (Ask 'SELECT LastBootUpTime FROM Win32_OperatingSystem')
  $boot = WmiTime $os.LastBootUpTime
  "uptime $(Whole ([DateTime]::UtcNow - $boot).TotalSeconds) 0"
  "btime $(Whole ($boot - $epoch).TotalSeconds)"
}
# Listeners and connections of this moment; the names of states are the system's own, not those of a language
function Collect-sockets {
  $programs = @{}; foreach ($process in [Diagnostics.Process]::GetProcesses()) { $programs[[string]$process.Id] = $process.ProcessName }
  $owners = @{}
  foreach ($line in @(netstat.exe -ano)) {
    $part = $line.Trim() -split '\s+'
    if ($part.Length -ge 4 -and $part[0] -match '^(TCP|UDP)$') { $owners["$($part[0]) $($part[1]) $($part[2])"] = $part[-1]; if ($part[2] -match ':0$|^\*:\*$') { $owners["$($part[0]) $($part[1])"] = $part[-1] } }
  }
  $table = [Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties()
  $listens = @{}
  foreach ($kind in 'tcp', 'udp') {
    $ends = $table.GetActiveTcpListeners(); if ($kind -eq 'udp') { $ends = $table.GetActiveUdpListeners() }
    foreach ($end in $ends) {
      $listens["$kind $($end.Port)"] = 1
      $owner = $owners["$($kind.ToUpper()) $end"]; $program = '-'; if ($owner) { $program = $programs[$owner] } else { $owner = '-' }
      "L $kind $($end.Address -replace '%.*$', '') $($end.Port) $owner $(Text $program)"
    }
  }
  $contact = ([string]$env:SSH_CONNECTION).Split(' ')
  $counts = @{}; $names = @{}
  foreach ($link in $table.GetActiveTcpConnections()) {
    if ('Established', 'CloseWait', 'FinWait1', 'FinWait2', 'TimeWait', 'LastAck', 'Closing' -notcontains [string]$link.State) { continue }
    $peer = $link.RemoteEndPoint.Address.ToString() -replace '%.*$', ''; $here = $link.LocalEndPoint.Address.ToString() -replace '%.*$', ''
    if ($peer -eq $here -or $peer -like '127.*' -or $peer -eq '::1') { continue }
    if ($contact.Length -ge 4 -and $peer -eq $contact[0] -and [string]$link.RemoteEndPoint.Port -eq $contact[1]) { continue }
    $way = 'out'; $port = $link.RemoteEndPoint.Port
    if ($listens.ContainsKey("tcp $($link.LocalEndPoint.Port)")) { $way = 'in'; $port = $link.LocalEndPoint.Port }
    $key = "tcp $way $peer $port"; $counts[$key] = 1 + $counts[$key]
    $owner = $owners["TCP $($link.LocalEndPoint) $($link.RemoteEndPoint)"]
    if ($owner -and $owner -ne '0') { $names[$key] = "$owner $(Text $programs[$owner])" }
  }
  foreach ($key in $counts.Keys) { $who = $names[$key]; if (-not $who) { $who = '- -' }; "F $key $($counts[$key]) $who" }
}
function Collect-processes {
  foreach ($process in (Ask 'SELECT ProcessId,ParentProcessId,Name,CommandLine,WorkingSetSize FROM Win32_Process' 8)) {
    if ($process.ProcessId -eq 0 -or $process.ProcessId -eq $PID) { continue }
    "P $($process.ProcessId) $($process.ParentProcessId)  $(Whole ($process.WorkingSetSize / 1024)) $(Text $process.Name)"
    $command = Text $process.CommandLine
    if ($command -ne '') { if ($command.Length -gt 2000) { $command = $command.Substring(0, 2000) }; "C $($process.ProcessId) $command" }
  }
}
function Collect-services {
  'manager windows'
  foreach ($service in (Ask 'SELECT Name,State,StartMode FROM Win32_Service' 8)) {
    $name = Word $service.Name
    $state = 'inactive dead'; if ($service.State -eq 'Running') { $state = 'active running' }
    "unit $name loaded $state"
    $mode = 'static'; if ($service.StartMode -eq 'Auto') { $mode = 'enabled' } elseif ($service.StartMode -eq 'Disabled') { $mode = 'disabled' }
    "file $name $mode"
  }
}
function Collect-packages {
  'manager other'
  foreach ($branch in 'SOFTWARE', 'SOFTWARE\Wow6432Node') {
    foreach ($item in @(Get-ItemProperty "HKLM:\$branch\Microsoft\Windows\CurrentVersion\Uninstall\*")) {
      if ($item.DisplayName -and -not $item.SystemComponent) { "$((Text $item.DisplayName) -replace '\|', '/')|$((Word $item.DisplayVersion) -replace '\|', '/')|" }
    }
  }
  foreach ($fix in (Ask 'SELECT HotFixID FROM Win32_QuickFixEngineering' 8)) { if ($fix.HotFixID -match '^KB\d+$') { "$($fix.HotFixID)|hotfix|" } }
}
# Fixed disks by volume; network drives belong to a user's session and are not seen here
function Collect-filesystems {
  foreach ($disk in (Ask 'SELECT DeviceID,FileSystem,Size,FreeSpace FROM Win32_LogicalDisk WHERE DriveType=3')) { if ($disk.Size) { "volume $($disk.DeviceID) $(Word $disk.FileSystem) $(Whole $disk.Size) $(Whole $disk.FreeSpace)" } }
}
# Raw counters: their classes and names are English in every language. Processor times are idle time in 100 ns.
function Read-Counters {
  "t $($started.Elapsed.TotalSeconds.ToString('0.00'))"
  $cpu = (Ask "SELECT PercentProcessorTime,Timestamp_Sys100NS FROM Win32_PerfRawData_PerfOS_Processor WHERE Name='_Total'")
  if ($cpu) { $idle = [double]$cpu.PercentProcessorTime; "cpu $(Whole (([double]$cpu.Timestamp_Sys100NS - $idle) / 10000)) 0 0 $(Whole ($idle / 10000)) 0 0 0 0" }
  $memory = (Ask 'SELECT TotalVisibleMemorySize,FreePhysicalMemory FROM Win32_OperatingSystem')
  "mem $($memory.TotalVisibleMemorySize) $($memory.FreePhysicalMemory)"
  $disk = (Ask "SELECT DiskReadsPersec,DiskReadBytesPersec,DiskWritesPersec,DiskWriteBytesPersec FROM Win32_PerfRawData_PerfDisk_PhysicalDisk WHERE Name='_Total'")
  if ($disk) { "disk _Total $($disk.DiskReadsPersec) $(Whole ($disk.DiskReadBytesPersec / 512)) $($disk.DiskWritesPersec) $(Whole ($disk.DiskWriteBytesPersec / 512))" }
  foreach ($nic in (Ask 'SELECT Name,BytesReceivedPersec,BytesSentPersec FROM Win32_PerfRawData_Tcpip_NetworkInterface')) { if ($nic.Name -notmatch 'isatap|Teredo|Loopback') { "net $(Word $nic.Name) $($nic.BytesReceivedPersec) $($nic.BytesSentPersec)" } }
}
function Collect-utilisation {
  $state.first
  $left = $LF_WINDOW_SECONDS * 1000 - ($started.Elapsed.TotalMilliseconds - $state.firstAt)
  if ($left -gt 0) { Start-Sleep -Milliseconds ([int]$left) }
  Read-Counters
}

$identity = [Security.Principal.WindowsIdentity]::GetCurrent()
$right = 'user'; if ((New-Object Security.Principal.WindowsPrincipal $identity).IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) { $right = 'root' }
function Seconds { $started.Elapsed.TotalSeconds.ToString('0.00') }
Say "@$LF_NONCE BEGIN 1 $(Seconds) $right windows"
if ($LF_SECTIONS.Split(' ') -contains 'utilisation') { $state.firstAt = $started.Elapsed.TotalMilliseconds; $state.first = @(Read-Counters) }
foreach ($name in $LF_SECTIONS.Split(' ')) {
  if (-not $budgets.ContainsKey($name)) { continue }
  if ($started.Elapsed.TotalSeconds -gt $deadlineSeconds) { Say "@$LF_NONCE $name $(Seconds) skipped"; continue }
  Say "@$LF_NONCE $name $(Seconds)"
  $state.late = $null; $size = 0
  foreach ($line in @(& "Collect-$name")) {
    $line = [string]$line
    if ($line.Length -gt 4000) { $line = $line.Substring(0, 4000) }
    $size += $line.Length + 1
    if ($size -gt $budgets[$name]) { Say '!TRUNCATED'; break }
    Say $line
  }
  if ($state.late) { Say ''; Say $state.late }
  $out.Flush()
}
Say "@$LF_NONCE END $(Seconds)"
$out.Flush()
