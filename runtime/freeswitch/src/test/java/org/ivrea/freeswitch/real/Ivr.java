package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The IVR that is measured, once as a flow and once as a script of mod_lua, on the same FreeSWITCH: answer, a menu of
/// three seconds that a key interrupts, the branch's prompt, four digits and `#`, goodbye.
final class Ivr {
    static final String FLOW = "flow-tones/main";
    static final String LUA = "lua";

    private Ivr() {}

    static RealCalls start(Path folder) throws IOException {
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
        return new RealCalls(folder, SwitchConfiguration.Wishes.NONE.set("events", "none")
                .set("fallback-extension", "fallback").set("fallback-context", "default").extension("""
                        <extension name="lua"><condition field="destination_number" expression="^lua$">
                        <action application="lua" data="%s"/></condition></extension>
                        """.formatted(script)), "", Ivr::write);
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
