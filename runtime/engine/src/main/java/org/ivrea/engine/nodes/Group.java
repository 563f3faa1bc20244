package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.List;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Field;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeFailure;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.node.NodeInfo;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.NodeType;

@NodeInfo(name = "group", label = "Group", group = NodeGroup.STRUCTURE, icon = "square", runs = false, help = "A frame around nodes that belong together; those whose boxes lie inside it move with it.")
public record Group(@Field(label = "Colour", def = "\"gray\"") Shade color) implements Node {

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(Group.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return List.of();
    }

    @Override
    public Next run(NodeRun run) {
        throw new NodeFailure("remark", "A group does not run");
    }
}
