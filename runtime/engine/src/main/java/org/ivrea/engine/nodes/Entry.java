package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.List;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Field;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.node.NodeInfo;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.NodeType;

@NodeInfo(name = "entry", label = "Entry", group = NodeGroup.STRUCTURE, icon = "log-in", media = true, help = "Where a call begins: how it is answered, its language and its limits.")
public record Entry(
        @Field(label = "Answer", help = "none leaves the call ringing until an answer node.", def = "\"answer\"") AnswerMode answer,
        @Field(label = "Language", help = "Left out: the project's first language.", text = Field.TextKind.LANGUAGE, optional = true) String language,
        @Field(label = "Longest call", help = "The call is ended after that; 0 for no limit.", def = "3600000", min = 0, unit = Field.Unit.MILLISECONDS, advanced = true) int maxCallMs,
        @Field(label = "Most steps", help = "Nodes that one call may go through.", def = "10000", min = 1, advanced = true) int maxSteps,
        @Field(label = "Most steps without caller", help = "Nodes that a call may go through between two that ask the"
                + " caller or take time: stops loops that would never end.", def = "1000", min = 1, advanced = true) int maxStepsWithoutCaller)
        implements
            Node {

    private static final List<Exit> EXITS = List.of(Exit.NEXT);

    /// What becomes of a new call.
    public enum AnswerMode {
        ANSWER,
        /// The voice path is opened without answering.
        EARLY_MEDIA, NONE
    }

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(Entry.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return EXITS;
    }

    @Override
    public Next run(NodeRun run) {
        if (!language.isEmpty()) {
            run.language(language);
        }
        switch (answer) {
            case ANSWER -> run.perform(new Operation.Answer());
            case EARLY_MEDIA -> run.perform(new Operation.PreAnswer());
            case NONE -> {
            }
        }
        return Exit.NEXT;
    }

    @Override
    public String summary() {
        String how = switch (answer) {
            case ANSWER -> "answer";
            case EARLY_MEDIA -> "early media";
            case NONE -> "";
        };
        return Summary.of(how, language);
    }
}
