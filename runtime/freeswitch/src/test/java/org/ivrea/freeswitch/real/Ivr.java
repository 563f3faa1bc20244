package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The IVR that is measured, once as a flow and once as a script of mod_lua, on the same FreeSWITCH: answer, a menu of
/// three seconds that a key interrupts, the branch's prompt, four digits and `#`, goodbye.
final class Ivr {
    static final String FLOW = "flow-tones/main";
    static final String LUA = "lua";
    /// One prompt.
    static final String SHORT_FLOW = "flow-tones/short";
    static final String SHORT_LUA = "lua-short";
    /// Prompts until somebody hangs up.
    static final String LONG_FLOW = "flow-tones/long";
    static final String LONG_LUA = "lua-long";
    /// The same flow; the switch hangs up when it gets no audio for some time.
    static final String WATCHED = "watched";

    private Ivr() {}

    /// @param options of the virtual machine, with blanks between them
    static RealCalls start(Path folder, String events, String options) throws IOException {
        Path script = folder.resolve("ivr.lua");
        Path prompts = folder.resolve("flows/tones/prompts/en");
        Files.writeString(script, """
                session:answer()
                local key = session:read(1, 1, "%1$s/400.wav", 5000, "#")
                if key == "2" then
                  session:streamFile("%1$s/600.wav")
                  local code = session:read(1, 8, "%1$s/800.wav", 5000, "#")
                  if code == "1234" then
                    session:streamFile("%1$s/1000.wav")
                  end
                end
                session:hangup()
                """.formatted(prompts));
        Path once = folder.resolve("short.lua");
        Files.writeString(once, """
                session:answer()
                session:streamFile("%s/500.wav")
                session:hangup()
                """.formatted(prompts));
        Path often = folder.resolve("long.lua");
        Files.writeString(often, """
                session:answer()
                while session:ready() do session:streamFile("%s/400.wav") end
                """.formatted(prompts));
        SwitchConfiguration.Wishes wishes = SwitchConfiguration.Wishes.NONE
                .options(System.getenv("IVREA_JVM_OPTIONS")).options(options).set("events", events)
                // As many as FreeSWITCH itself takes.
                .set("max-calls", "4000")
                .set("fallback-extension", "fallback").set("fallback-context", "default")
                .extension(extension(LUA, "lua", script.toString()))
                .extension(extension(SHORT_LUA, "lua", once.toString()))
                .extension(extension(LONG_LUA, "lua", often.toString()))
                .extension("""
                        <extension name="watched"><condition field="destination_number" expression="^%s$">
                        <action application="set" data="media_timeout=3000"/>
                        <action application="ivrea" data="%s/long"/></condition></extension>
                        """.formatted(WATCHED, TestProject.NAME));
        return new RealCalls(folder, wishes, "", Ivr::write);
    }

    private static String extension(String number, String application, String data) {
        return """
                <extension name="%s"><condition field="destination_number" expression="^%s$">
                <action application="%s" data="%s"/></condition></extension>
                """.formatted(number, number, application, data);
    }

    private static void write(TestProject project) throws IOException {
        project.flow("main",
                """
                        "first": { "type": "menu", "prompt": [ { "file": "400.wav" } ],
                          "choices": [ { "keys": "1", "exit": "one" }, { "keys": "2", "exit": "two" } ],
                          "exits": { "one": "bye", "two": "branch", "timeout": "bye", "invalid": "bye" } },
                        "branch": { "type": "play", "prompt": [ { "file": "600.wav" } ], "exits": { "next": "code" } },
                        "code": { "type": "collect", "prompt": [ { "file": "800.wav" } ], "variable": "code", "min": 1, "max": 8,
                          "exits": { "collected": "check", "timeout": "bye", "invalid": "bye" } },
                        "check": { "type": "decision", "cases": [ { "when": "code == '1234'", "exit": "right" } ],
                          "exits": { "right": "thanks", "otherwise": "bye" } },
                        "thanks": { "type": "play", "prompt": [ { "file": "1000.wav" } ], "exits": { "next": "bye" } },
                        "bye": { "type": "hangup" }
                        """,
                "\"variables\": { \"code\": { \"type\": \"string\" } }");
        project.flow("short",
                """
                        "first": { "type": "play", "prompt": [ { "file": "500.wav" } ], "exits": { "next": "bye" } },
                        "bye": { "type": "hangup" }
                        """,
                "");
        project.flow("long",
                """
                        "first": { "type": "play", "prompt": [ { "file": "400.wav" } ], "repeat": 100, "exits": { "next": "bye" } },
                        "bye": { "type": "hangup" }
                        """,
                "");
        project.flow("throws", """
                "first": { "type": "decision", "cases": [ { "when": "1 / n == 0", "exit": "yes" } ],
                  "exits": { "yes": "bye", "otherwise": "bye" } },
                "bye": { "type": "hangup" }
                """, "\"variables\": { \"n\": { \"type\": \"int\" } }");
        project.flow("endless", """
                "first": { "type": "set", "assignments": [ { "variable": "n", "value": "n + 1" } ],
                  "exits": { "next": "first" } }
                """, "\"variables\": { \"n\": { \"type\": \"int\" } }");
    }
}
