package org.ivrea.freeswitch.nodes;

import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Field;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.node.NodeInfo;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.NodeType;

@NodeInfo(name = "trouble", label = "Trouble", group = NodeGroup.TALK, icon = "zap", media = true, help = "Makes trouble.")
public record Trouble(@Field(label = "Kind") Kind kind) implements Node {
    private static final List<Exit> EXITS = List.of(Exit.NEXT);

    /// What goes wrong.
    public enum Kind {
        EXCEPTION, ERROR, RECURSION, MEMORY, EXIT
    }

    public static final class Type extends NodeType {
        public Type() {
            super(Trouble.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return EXITS;
    }

    @Override
    public Next run(NodeRun run) {
        switch (kind) {
            case EXCEPTION -> throw new IllegalStateException("a fault in a node type");
            case ERROR -> throw new OutOfMemoryError("none is left");
            case RECURSION -> recurse(1);
            case MEMORY -> fill();
            case EXIT -> System.exit(3);
        }
        return Exit.NEXT;
    }

    private static int recurse(int depth) {
        return depth == 0 ? 0 : 1 + recurse(depth + 1);
    }

    private static void fill() {
        List<byte[]> all = new ArrayList<>();
        while (all.size() < Integer.MAX_VALUE) {
            all.add(new byte[8 * 1024 * 1024]);
        }
    }

    @Override
    public String summary() {
        return kind.name();
    }
}
