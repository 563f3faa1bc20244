package org.ivrea.freeswitch.real;

/// Configurations of the switch's modules that take callers over.
public final class ModuleSections {
    /// What callers hear before they leave a message.
    public static final int BEEP_HERTZ = 640;

    /// A profile whose rooms ask for a PIN, once.
    public static final String GUARDED = "guarded";

    public static final String CONFERENCE = """
            <configuration name="conference.conf"><caller-controls>
            <group name="default"><control action="hangup" digits="#"/></group></caller-controls>
            <profiles><profile name="default"><param name="rate" value="8000"/><param name="interval" value="20"/>
            <param name="energy-level" value="0"/><param name="comfort-noise" value="false"/></profile>
            <profile name="%s"><param name="rate" value="8000"/><param name="interval" value="20"/>
            <param name="pin" value="4711"/><param name="pin-retries" value="1"/>
            <param name="pin-sound" value="tone_stream://%%(100,0,350)"/>
            <param name="bad-pin-sound" value="tone_stream://%%(100,0,350)"/></profile></profiles>
            </configuration>
            """.formatted(GUARDED);

    public static final String VOICEMAIL = """
            <configuration name="voicemail.conf"><settings/><profiles><profile name="default">
            <param name="file-extension" value="wav"/><param name="terminator-key" value="#"/>
            <param name="min-record-len" value="1"/><param name="max-record-len" value="30"/>
            <param name="tone-spec" value="%%(500, 0, %d)"/><param name="record-silence-threshold" value="200"/>
            <param name="record-silence-hits" value="1"/><param name="skip-greet-key" value="#"/>
            <param name="record-check-silence" value="true"/>
            </profile></profiles></configuration>
            """.formatted(BEEP_HERTZ);

    private ModuleSections() {}

    /// A queue of mod_callcenter.
    ///
    /// @param longestS        after which callers are let go; 0 for any
    /// @param withoutAgentsS the same where no agent is logged in
    public static String queue(String name, int longestS, int withoutAgentsS) {
        return """
                <queue name="%s"><param name="strategy" value="longest-idle-agent"/>
                <param name="moh-sound" value="silence"/><param name="time-base-score" value="queue"/>
                <param name="max-wait-time" value="%d"/><param name="max-wait-time-with-no-agent" value="%d"/>
                <param name="max-wait-time-with-no-agent-time-reached" value="0"/>
                <param name="tier-rules-apply" value="false"/></queue>
                """.formatted(name, longestS, withoutAgentsS);
    }

    /// An agent who is called and is not logged in.
    ///
    /// @param contact how the switch dials the agent
    public static String agent(String name, String contact) {
        return """
                <agent name="%s" type="callback" contact="%s" status="Logged Out" max-no-answer="%d"
                wrap-up-time="0" reject-delay-time="1" busy-delay-time="1"/>
                """.formatted(name, contact, 600);
    }

    /// Has an agent serve a queue.
    public static String tier(String queue, String agent) {
        return "<tier agent=\"%s\" queue=\"%s\" level=\"1\" position=\"1\"/>\n".formatted(agent, queue);
    }

    public static String callcenter(String queues, String agents, String tiers) {
        return "<configuration name=\"callcenter.conf\"><settings/><queues>" + queues + "</queues>\n<agents>" + agents
                + "</agents>\n<tiers>" + tiers + "</tiers></configuration>\n";
    }
}
