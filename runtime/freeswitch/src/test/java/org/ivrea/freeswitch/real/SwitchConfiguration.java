package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The one file that configures a test's FreeSWITCH.
public record SwitchConfiguration(Installation installation, Path folder, Path flows, SwitchConfiguration.Wishes wishes,
        int sipPort, int eventPort) {

    /// What a test wants to be different.
    ///
    /// @param settings     of ivrea.conf.xml
    /// @param applications that flows may run
    /// @param dialplan     extensions before the usual ones
    /// @param sections     further configurations, such as of mod_callcenter
    /// @param without      modules that are not loaded
    /// @param options      of the virtual machine
    /// @param realTime     whether the switch may ask the system for real time, as it does by itself
    public record Wishes(Map<String, String> settings, List<String> applications, String dialplan, String sections,
            List<String> without, List<String> options, boolean realTime) {
        public static final Wishes NONE = new Wishes(Map.of(), List.of("playback"), "", "", List.of(), List.of(),
                false);

        public Wishes set(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(settings);
            more.put(name, value);
            return new Wishes(more, applications, dialplan, sections, without, options, realTime);
        }

        public Wishes extension(String xml) {
            return new Wishes(settings, applications, dialplan + xml, sections, without, options, realTime);
        }

        public Wishes configuration(String xml) {
            return new Wishes(settings, applications, dialplan, sections + xml, without, options, realTime);
        }

        /// Some, with blanks between them.
        Wishes options(@Nullable String words) {
            Wishes all = this;
            for (String option : words == null || words.isBlank() ? new String[0] : words.strip().split(" +")) {
                all = all.option(option);
            }
            return all;
        }

        public Wishes without(String module) {
            return new Wishes(settings, applications, dialplan, sections, List.of(module), options, realTime);
        }

        public Wishes inRealTime() {
            return new Wishes(settings, applications, dialplan, sections, without, options, true);
        }

        /// Of the virtual machine; `{sip-port}` and `{event-port}` stand for those of the switch.
        public Wishes option(String option) {
            List<String> more = new ArrayList<>(options);
            more.add(option);
            return new Wishes(settings, applications, dialplan, sections, without, more, realTime);
        }
    }

    /// In place of a setting of ivrea.conf.xml: the command that speaks.
    public static final String SPEECH = "speech-command";

    private static final List<String> MODULES = List.of("mod_console", "mod_logfile", "mod_event_socket",
            "mod_commands", "mod_sofia", "mod_loopback", "mod_dptools", "mod_dialplan_xml", "mod_sndfile",
            "mod_tone_stream", "mod_spandsp", "mod_lua", "mod_callcenter", "mod_voicemail", "mod_conference",
            "mod_tts_commandline");

    /// What is built here.
    private static final List<String> OURS = List.of("mod_testspeech", "mod_ivrea");

    void write() throws IOException {
        Path file = Files.createDirectories(folder.resolve("conf")).resolve("freeswitch.xml");
        Files.write(file, ("""
                <?xml version="1.0"?>
                <document type="freeswitch/xml">
                <section name="configuration">
                %s%s%s%s%s
                </section>
                <section name="dialplan">
                <context name="default">
                %s%s
                </context>
                </section>
                <section name="directory"><domain name="test"><users><user id="1000">
                <params><param name="vm-password" value="1000"/></params></user></users></domain></section>
                <section name="languages"><language name="en" say-module="en"><phrases><macros/></phrases></language>
                </section>
                </document>
                """.formatted(core(), modules(), sofia(), ivrea(), wishes.sections, wishes.dialplan, dialplan()))
                .getBytes(UTF_8));
    }

    private String core() {
        return """
                <configuration name="switch.conf"><settings>
                <param name="max-sessions" value="4000"/><param name="sessions-per-second" value="1000"/>
                <param name="rtp-start-port" value="20000"/><param name="rtp-end-port" value="60000"/>
                <param name="loglevel" value="notice"/>
                </settings></configuration>
                <configuration name="timezones.conf"><timezones/></configuration>
                <configuration name="logfile.conf"><settings><param name="rotate-on-hup" value="false"/></settings>
                <profiles><profile name="default"><settings><param name="logfile" value="%s/log/freeswitch.log"/>
                </settings><mappings><map name="all" value="notice,warning,err,crit,alert"/></mappings></profile>
                </profiles></configuration>
                <configuration name="event_socket.conf"><settings>
                <param name="listen-ip" value="127.0.0.1"/><param name="listen-port" value="%d"/>
                <param name="password" value="ClueCon"/></settings></configuration>
                <configuration name="tts_commandline.conf"><settings>
                <param name="command" value="%s"/></settings></configuration>
                """.formatted(folder, eventPort,
                wishes.settings.getOrDefault(SPEECH, "espeak-ng -v ${voice} -w ${file} ${text}"));
    }

    private String modules() {
        String loads = MODULES.stream().filter(name -> installation.has(name) && !wishes.without.contains(name))
                .map(name -> "<load module=\"" + name + "\"/>\n").collect(Collectors.joining());
        String ours = OURS.stream().filter(name -> !wishes.without.contains(name)).map(name -> "<load module=\"" + name
                + "\" path=\"" + installation.module().getParent() + "\"/>\n").collect(Collectors.joining());
        return "<configuration name=\"modules.conf\"><modules>\n" + loads + ours
                + "</modules></configuration>\n";
    }

    private String sofia() {
        return """
                <configuration name="sofia.conf"><profiles><profile name="ivrea"><settings>
                <param name="sip-ip" value="127.0.0.1"/><param name="sip-port" value="%d"/>
                <param name="rtp-ip" value="%s"/><param name="context" value="default"/>
                <param name="dialplan" value="XML"/><param name="codec-prefs" value="PCMU"/>
                <param name="inbound-codec-prefs" value="PCMU"/><param name="outbound-codec-prefs" value="PCMU"/>
                <param name="auth-calls" value="false"/><param name="accept-blind-reg" value="true"/>
                <param name="rtp-timer-name" value="soft"/>
                <param name="rfc2833-pt" value="101"/><param name="inbound-late-negotiation" value="false"/>
                <param name="nonce-ttl" value="60"/><param name="liberal-dtmf" value="true"/>
                </settings></profile></profiles></configuration>
                """.formatted(sipPort, audioAddress());
    }

    /// An address of its own, where the loopback has many: FreeSWITCH looks at no port before it chooses it, and those of
    /// telephones and of another FreeSWITCH would be among them.
    private String audioAddress() {
        return System.getProperty("os.name").equals("Linux")
                ? "127.%d.%d.1".formatted(1 + (sipPort >> 8), sipPort & 0xFF)
                : "127.0.0.1";
    }

    /// With the tests.
    public static String wholeClassPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /// The runtime as it was compiled, without the tests.
    private static String classPath() {
        String path = wholeClassPath();
        return java.util.Arrays.stream(path.split(":")).filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(":"));
    }

    private String ivrea() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("java-home", System.getProperty("java.home"));
        settings.put("class-path", classPath());
        settings.put("flows", flows.toString());
        settings.put("recordings", folder.resolve("recorded").toString());
        settings.put("fallback-cause", "NORMAL_TEMPORARY_FAILURE");
        settings.putAll(wishes.settings);
        settings.remove(SPEECH);
        String params = settings.entrySet().stream()
                .map(entry -> "<param name=\"" + entry.getKey() + "\" value=\"" + entry.getValue() + "\"/>\n")
                .collect(Collectors.joining());
        String options = wishes.options.stream()
                .map(option -> "<option value=\"" + option.replace("{sip-port}", Integer.toString(sipPort))
                        .replace("{event-port}", Integer.toString(eventPort)) + "\"/>")
                .collect(Collectors.joining());
        String applications = wishes.applications.stream().map(name -> "<application name=\"" + name + "\"/>")
                .collect(Collectors.joining());
        return "<configuration name=\"ivrea.conf\"><settings>\n" + params + "</settings>\n<applications>" + applications
                + "</applications>\n<voices><voice language=\"\" engine=\"tts_commandline\" voice=\"en\"/>"
                + "</voices>\n<jvm-options><option value=\"-Xmx192m\"/><option value=\"-XX:+UseSerialGC\"/><option value=\"-XX:TieredStopAtLevel=1\"/>"
                + options + "</jvm-options></configuration>\n";
    }

    /// `flow-NAME` runs the flow NAME.
    private static String dialplan() {
        return """
                <extension name="fallback"><condition field="destination_number" expression="^fallback$">
                <action application="answer"/>
                <action application="playback" data="tone_stream://%(2000,0,2900)"/>
                <action application="hangup"/></condition></extension>
                <extension name="flow"><condition field="destination_number" expression="^flow-(.+)$">
                <action application="ivrea" data="$1"/></condition></extension>
                """;
    }
}
