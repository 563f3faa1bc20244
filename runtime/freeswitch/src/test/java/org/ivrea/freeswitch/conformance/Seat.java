package org.ivrea.freeswitch.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.ivrea.freeswitch.real.EventSocket;
import org.ivrea.freeswitch.real.ModuleSections;

import static java.util.stream.Collectors.joining;

/// What one call at a time has for itself on the switch: a queue with an agent, and a conference room.
///
/// @param number    from 0
/// @param sipPort   of the switch
/// @param eventPort of the switch
record Seat(int number, int sipPort, int eventPort) {
    static final int COUNT = 12;
    /// A queue without agents, and one that lets callers go by itself.
    static final String EMPTY = "empty";
    static final String LIMITED = "limited";
    static final int LIMIT_S = 12;
    /// An extension that begins so has its caller wait in the queue that it goes on with.
    static final String WAITS = "waits-";
    /// The same for a room.
    static final String MEETS = "meets-";
    static final String MAILBOX = "1000@test";

    static String configuration() {
        String queues = IntStream.range(0, COUNT).mapToObj(i -> ModuleSections.queue("queue-" + i, 0, 0))
                .collect(joining());
        String agents = IntStream.range(0, COUNT).mapToObj(i -> ModuleSections.agent("agent-" + i, "error/user_busy"))
                .collect(joining());
        String tiers = IntStream.range(0, COUNT).mapToObj(i -> ModuleSections.tier("queue-" + i, "agent-" + i))
                .collect(joining());
        return ModuleSections.callcenter(queues + ModuleSections.queue(EMPTY, 0, 1)
                + ModuleSections.queue(LIMITED, LIMIT_S, 0), agents, tiers) + ModuleSections.CONFERENCE
                + ModuleSections.VOICEMAIL;
    }

    static String dialplan() {
        return """
                <extension name="waits"><condition field="destination_number" expression="^%s(.+)$">
                <action application="answer"/><action application="callcenter" data="$1"/></condition></extension>
                <extension name="meets"><condition field="destination_number" expression="^%s(.+)$">
                <action application="answer"/><action application="conference" data="$1@default"/></condition></extension>
                """
                .formatted(WAITS, MEETS);
    }

    String queue() {
        return "queue-" + number;
    }

    String room() {
        return "room-" + number;
    }

    /// A command of mod_conference.
    String room(String words) {
        return "conference " + room() + " " + words;
    }

    /// The agent takes calls by this telephone.
    void agentAt(String dialString) {
        api("callcenter_config agent set contact agent-" + number + " " + dialString);
        api("callcenter_config agent set state agent-" + number + " Waiting");
        api("callcenter_config agent set status agent-" + number + " Available");
    }

    void agentLeaves() {
        api("callcenter_config agent set status agent-" + number + " 'Logged Out'");
    }

    /// The uuids of those who wait in the queue.
    List<String> waiting() {
        // queue|instance_id|uuid|session_uuid|...
        return api("callcenter_config queue list members " + queue()).lines().map(line -> line.split("\\|"))
                .filter(columns -> columns.length > 3 && columns[0].equals(queue()) && !columns[3].isEmpty())
                .map(columns -> columns[3]).toList();
    }

    String api(String command) {
        try (var socket = new EventSocket(eventPort)) {
            return socket.api(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
