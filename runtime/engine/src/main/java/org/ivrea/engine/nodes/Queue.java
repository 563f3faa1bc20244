package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.List;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation.Announcements;
import org.ivrea.engine.call.Operation.Enqueue;
import org.ivrea.engine.call.Operation.QueuePlace;
import org.ivrea.engine.call.Operation.QueueResult;
import org.ivrea.engine.expression.Expression;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Field;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeCheck;
import org.ivrea.engine.node.NodeFailure;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.node.NodeInfo;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.NodeType;
import org.ivrea.engine.node.VariableTarget;
import org.ivrea.engine.prompt.Prompt;
import org.ivrea.flow.json.JsonPointer;

@NodeInfo(name = "queue", label = "Queue", group = NodeGroup.CONNECT, icon = "users", media = true, waits = true, modules = {
        "mod_callcenter", "mod_loopback"}, help = "Has the caller wait for an agent and talk to one.")
public record Queue(
        @Field(label = "Queue", help = "Its name in the project; the server knows which one it is there.", resource = "queue") String queue,
        @Field(label = "Priority", help = "Expression for a whole number from 0 to 1000; callers with a higher one come"
                + " first.", def = "\"0\"", result = org.ivrea.engine.expression.ValueType.INT, advanced = true) Expression priority,
        @Field(label = "Longest wait", help = "After which the exit timeout is taken; 0 for no limit but the queue's own.", def = "0", min = 0, max = 86_400_000, unit = Field.Unit.MILLISECONDS) int maxWaitMs,
        @Field(label = "Music", help = "What the caller hears while waiting; left out, the queue's own music on hold.", optional = true) Prompt music,
        @Field(label = "Announcement", help = "Played over and over while the caller waits. It may say the position and"
                + " the estimated wait, which are up to date each time.", optional = true) Prompt announcement,
        @Field(label = "First announcement", help = "After which time the first one plays.", def = "5000", min = 0, max = 3_600_000, unit = Field.Unit.MILLISECONDS) int firstAnnouncementMs,
        @Field(label = "Announce every", help = "From the beginning of one announcement to the next; 0 for the first one only.", def = "30000", min = 0, max = 3_600_000, unit = Field.Unit.MILLISECONDS) int announcementEveryMs,
        @Field(label = "Position goes to", help = "Variable that receives the caller's position before each"
                + " announcement: 1 is next, 0 is unknown.", optional = true) VariableTarget position,
        @Field(label = "Estimated wait goes to", help = "Variable that receives the estimated wait in milliseconds"
                + " before each announcement; 0 is unknown.", optional = true) VariableTarget estimatedWaitMs,
        @Field(label = "Exit keys", help = "Keys with which the caller leaves the queue, for example to be called back.", max = 12) List<ExitKey> exitKeys,
        @Field(label = "Wait goes to", help = "Variable that receives how long the caller waited, in milliseconds.", optional = true, advanced = true) VariableTarget waitedMs)
        implements
            Node {

    static final Exit ANSWERED = new Exit("answered", "The caller talked to an agent, and that is over.");
    static final Exit TIMEOUT = new Exit("timeout", "The longest wait is over.");
    static final Exit FULL = new Exit("full", "No more callers may wait.");
    static final Exit NO_AGENTS = new Exit("noAgents", "No agent is logged in.");
    static final Exit CLOSED = new Exit("closed", "The queue is closed.");
    private static final Exit[] FIXED = {ANSWERED, TIMEOUT, FULL, NO_AGENTS, CLOSED};
    private static final long HIGHEST_PRIORITY = 1_000;
    private static final int SHORTEST_INTERVAL_MS = 1_000;

    /// A key that leads out of the queue.
    public record ExitKey(
            @Field(label = "Key", text = Field.TextKind.KEYS, max = 1) String key,
            @Field(label = "Exit", text = Field.TextKind.EXIT) String exit) {}

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(Queue.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return ExitNames.exits(exitKeys.stream().map(ExitKey::exit).toList(), FIXED);
    }

    @Override
    public Next run(NodeRun run) {
        stands(run, new QueuePlace(0, 0));
        QueueResult result = run.perform(new Enqueue(queue, priority(run), maxWaitMs, run.audio(music),
                announcements(run), new Keys(String.join("", exitKeys.stream().map(ExitKey::key).toList()))));
        run.set(waitedMs, result.waitedMs());
        run.because("after " + Summary.time(result.waitedMs()));
        return switch (result.outcome()) {
            case ANSWERED -> ANSWERED;
            case TIMEOUT -> TIMEOUT;
            case FULL -> FULL;
            case NO_AGENTS -> NO_AGENTS;
            case CLOSED -> CLOSED;
            case EXIT_KEY -> left(run, String.valueOf(result.key()));
        };
    }

    private int priority(NodeRun run) {
        Object value = priority.evaluate(run.variables());
        if (!(value instanceof Long number) || number < 0 || number > HIGHEST_PRIORITY) {
            throw new NodeFailure("queue-priority", "The priority must be a whole number from 0 to " + HIGHEST_PRIORITY
                    + (priority.isSecret() ? "" : ", but is " + value));
        }
        return number.intValue();
    }

    private Announcements announcements(NodeRun run) {
        return announcement.isEmpty()
                ? Announcements.NONE
                : new Announcements(place -> announced(run, place), firstAnnouncementMs, announcementEveryMs);
    }

    private List<Audio> announced(NodeRun run, QueuePlace place) {
        stands(run, place);
        return run.audio(announcement);
    }

    private void stands(NodeRun run, QueuePlace place) {
        run.set(position, (long) place.position());
        run.set(estimatedWaitMs, place.waitMs());
    }

    private Exit left(NodeRun run, String key) {
        for (ExitKey exitKey : exitKeys) {
            if (exitKey.key().equals(key)) {
                run.because("the caller pressed " + key);
                return Exit.named(exitKey.exit());
            }
        }
        throw new NodeFailure("queue-key", "The queue \"" + queue + "\" was left with the key " + key
                + ", which is none of the exit keys; add it to \"exitKeys\"");
    }

    @Override
    public void check(NodeCheck check) {
        JsonPointer at = check.pointer();
        for (int i = 0; i < exitKeys.size(); i++) {
            ExitKey exitKey = exitKeys.get(i);
            JsonPointer place = at.child("exitKeys").child(i);
            ExitNames.check(check, place.child("exit"), exitKey.exit(), FIXED);
            if (exitKeys.subList(0, i).stream().anyMatch(before -> before.key().equals(exitKey.key()))) {
                check.error("duplicate-keys", place.child("key"), "The key " + exitKey.key() + " leads out of the queue"
                        + " already; choose another one");
            }
        }
        boolean silent = announcement.isEmpty();
        if (silent && !(position.isNone() && estimatedWaitMs.isNone())) {
            check.warning("never-announced", at.child(position.isNone() ? "estimatedWaitMs" : "position"),
                    "Position and estimated wait become known with announcements only, but there are none; add an"
                            + " \"announcement\"");
        }
        if (announcementEveryMs > 0 && announcementEveryMs < SHORTEST_INTERVAL_MS) {
            check.error("bad-range", at.child("announcementEveryMs"), "Announcements cannot follow each other so fast;"
                    + " make it " + SHORTEST_INTERVAL_MS + " ms or more, or 0 for the first one only");
        }
        if (!silent && maxWaitMs > 0 && firstAnnouncementMs >= maxWaitMs) {
            check.warning("prompt-never-played", at.child("firstAnnouncementMs"), "The longest wait is over before the"
                    + " first announcement; make it play earlier");
        }
    }

    @Override
    public String summary() {
        return Summary.of(queue, maxWaitMs == 0 ? "" : "up to " + Summary.time(maxWaitMs));
    }
}
