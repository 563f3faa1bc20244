package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.List;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Field;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.node.NodeInfo;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.NodeType;

@NodeInfo(name = "language", label = "Language", group = NodeGroup.TALK, icon = "globe", help = "Sets the language and the voice of all prompts from here on.")
public record SetLanguage(
        @Field(label = "Language", help = "A language of the project.", text = Field.TextKind.LANGUAGE) String language,
        @Field(label = "Voice", help = "Name of a synthetic voice; left out, the server's choice for the language.", optional = true, max = 200) String voice)
        implements
            Node {

    private static final List<Exit> EXITS = List.of(Exit.NEXT);

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(SetLanguage.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return EXITS;
    }

    @Override
    public Next run(NodeRun run) {
        run.language(language);
        run.voice(voice.isEmpty() ? null : voice);
        return Exit.NEXT;
    }

    @Override
    public String summary() {
        return Summary.of(language, voice);
    }
}
