package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Locale;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.expression.Template;
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
import org.jspecify.annotations.Nullable;

@NodeInfo(name = "sendDtmf", label = "Send DTMF", group = NodeGroup.CONNECT, icon = "grid", media = true, waits = true, help = "Sends keys to the caller's side, for example to a machine that answers there.")
public record SendDtmf(
        @Field(label = "Keys", help = "0 to 9, *, #, A to D; w waits half a second, W a whole one. Values in ${…} are"
                + " possible. They never appear in traces.", max = 500) Template digits,
        @Field(label = "Tone", help = "How long each key sounds.", def = "100", min = 40, max = 2_000, unit = Field.Unit.MILLISECONDS) int toneMs,
        @Field(label = "Gap", help = "Silence after each key.", def = "100", min = 40, max = 2_000, unit = Field.Unit.MILLISECONDS) int gapMs)
        implements
            Node {

    private static final List<Exit> EXITS = List.of(Exit.NEXT);
    private static final int SHORT_PAUSE_MS = 500;
    private static final int LONG_PAUSE_MS = 1_000;
    private static final int LONGEST = 200;

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(SendDtmf.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return EXITS;
    }

    @Override
    public Next run(NodeRun run) {
        String all = digits.render(run.variables());
        @Nullable Character wrong = wrong(all);
        if (wrong != null || all.length() > LONGEST) {
            throw new NodeFailure("dtmf-keys", wrong == null
                    ? "There are more than " + LONGEST + " keys to send"
                    : "A character of \"" + digits.source() + "\" is no key; keys are 0 to 9, *, #, A to D, and w or W"
                            + " for a pause");
        }
        var keys = new StringBuilder();
        for (char c : all.toCharArray()) {
            if (pauseMs(c) == 0) {
                keys.append(key(c));
            } else {
                send(run, keys);
                run.perform(new Operation.Sleep(pauseMs(c), Keys.NONE));
            }
        }
        send(run, keys);
        return Exit.NEXT;
    }

    private void send(NodeRun run, StringBuilder keys) {
        if (!keys.isEmpty()) {
            run.perform(new Operation.SendDtmf(keys.toString(), toneMs, gapMs));
            keys.setLength(0);
        }
    }

    /// @return 0 for a key
    private static int pauseMs(char c) {
        return switch (c) {
            case 'w' -> SHORT_PAUSE_MS;
            case 'W' -> LONG_PAUSE_MS;
            default -> 0;
        };
    }

    private static char key(char c) {
        return c >= 'a' && c <= 'd' ? String.valueOf(c).toUpperCase(Locale.ROOT).charAt(0) : c;
    }

    private static @Nullable Character wrong(String keys) {
        for (char c : keys.toCharArray()) {
            if (pauseMs(c) == 0 && !Keys.isKey(key(c))) {
                return c;
            }
        }
        return null;
    }

    @Override
    public void check(NodeCheck check) {
        for (Template.Part part : digits.parts()) {
            @Nullable Character wrong = part instanceof Template.Part.Literal(String text) ? wrong(text) : null;
            if (wrong != null) {
                check.error("dtmf-keys", check.pointer().child("digits"),
                        "'" + wrong + "' is no key; keys are 0 to 9, *,"
                                + " #, A to D, and w or W for a pause");
                return;
            }
        }
    }

    @Override
    public String summary() {
        return Summary.shortened(digits.source());
    }
}
