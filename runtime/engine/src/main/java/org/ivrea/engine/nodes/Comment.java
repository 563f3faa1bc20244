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

@NodeInfo(name = "comment", label = "Comment", group = NodeGroup.STRUCTURE, icon = "message-square", runs = false, help = "A remark for those who read the flow.")
public record Comment(
        @Field(label = "Text", text = Field.TextKind.MULTILINE, optional = true, max = 10_000) String text,
        @Field(label = "Colour", def = "\"yellow\"") Shade color)
        implements
            Node {

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(Comment.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return List.of();
    }

    @Override
    public Next run(NodeRun run) {
        throw new NodeFailure("remark", "A comment does not run");
    }

    @Override
    public String summary() {
        return Summary.shortened(text.strip());
    }
}
