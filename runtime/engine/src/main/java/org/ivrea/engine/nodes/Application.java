package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.List;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.expression.Template;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Field;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeFailure;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.node.NodeInfo;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.NodeType;

@NodeInfo(name = "application", label = "FreeSWITCH application", group = NodeGroup.CONNECT, icon = "terminal", media = true, waits = true, ends = true, help = "Runs an application of the switch, if the server allows it.")
public record Application(
        @Field(label = "Application", help = "Its name, such as playback or echo. The server's allow-list decides.", resource = "application") String application,
        @Field(label = "Arguments", help = "As in a dialplan.", optional = true, max = 4_000) Template arguments)
        implements
            Node {

    static final Exit SUCCESS = new Exit("success", "It ran.");
    static final Exit FAILED = new Exit("failed", "It ran and reported a failure.");
    private static final List<Exit> EXITS = List.of(SUCCESS, FAILED);

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(Application.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return EXITS;
    }

    @Override
    public Next run(NodeRun run) {
        String given = arguments.render(run.variables(), Application::harmless);
        boolean worked = run.perform(new Operation.Execute(application, given));
        run.because(worked ? "it ran" : "it reported a failure");
        return worked ? SUCCESS : FAILED;
    }

    /// The switch expands `${…}` in arguments: what a caller or a service said must not reach its variables and API.
    private static String harmless(String value) {
        if (value.contains("${") || value.chars().anyMatch(Character::isISOControl)) {
            throw new NodeFailure("argument-refused", "A value in the arguments has a control character or \"${\","
                    + " which the switch would expand; check where the value comes from");
        }
        return value;
    }

    @Override
    public String summary() {
        return Summary.shortened(arguments.isEmpty() ? application : application + " " + arguments.source());
    }
}
