package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Locale;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.expression.Template;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Field;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.node.NodeInfo;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.NodeType;
import org.ivrea.engine.trace.TraceEvent;

@NodeInfo(name = "log", label = "Log", group = NodeGroup.STRUCTURE, icon = "file-text", help = "Writes a line to the server's log and to the call's trace, and marks a milestone for reports.")
public record LogEntry(
        @Field(label = "Text", help = "Values of secret variables are masked.") Template text,
        @Field(label = "Level", def = "\"info\"") Level level,
        @Field(label = "Tag", help = "Names the milestone, so that reports can count the calls that came here.", optional = true, max = 64) String tag)
        implements
            Node {

    private static final List<Exit> EXITS = List.of(Exit.NEXT);

    /// How much the line matters.
    public enum Level {
        DEBUG, INFO, WARNING, ERROR
    }

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(LogEntry.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return EXITS;
    }

    @Override
    public Next run(NodeRun run) {
        String shown = text.renderMasked(run.variables());
        String name = level.name().toLowerCase(Locale.ROOT);
        run.trace(new TraceEvent.Logged(name, shown, tag.isEmpty() ? null : tag));
        run.perform(new Operation.Log(name, shown));
        return Exit.NEXT;
    }

    @Override
    public String summary() {
        return Summary.of(tag, Summary.quote(text.source()));
    }
}
