package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.stream.Collectors;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.expression.Template;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Field;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeCheck;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.node.NodeInfo;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.NodeType;
import org.ivrea.flow.json.JsonPointer;

@NodeInfo(name = "split", label = "Random split", group = NodeGroup.DECIDE, icon = "shuffle", help = "Sends calls along several ways by chance, each with its share: for A/B tests and gradual changes.")
public record RandomSplit(
        @Field(label = "Branches", min = 2, max = 50) List<Branch> branches,
        @Field(label = "Same way for", help = "The same text always takes the same way, such as ${call.caller}. Left out: drawn anew each time.", optional = true) Template sticky)
        implements
            Node {

    /// A way and its share.
    public record Branch(
            @Field(label = "Exit", text = Field.TextKind.EXIT) String exit,
            @Field(label = "Weight", help = "The share of the calls is this weight among the sum of all; 0 for none.", def = "1", min = 0, max = 1_000_000) int weight) {}

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(RandomSplit.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return ExitNames.exits(branches.stream().map(Branch::exit).toList());
    }

    @Override
    public Next run(NodeRun run) {
        // With the node's name in front, two splits of one flow do not part the same callers in the same way.
        String key = sticky.isEmpty() ? null : run.nodeId() + "/" + sticky.render(run.variables());
        int drawn = run.perform(
                new Operation.Draw(run.nodeId(), branches.stream().map(Branch::weight).toList(), key));
        run.because(key == null ? "drawn by chance" : "drawn for this caller");
        return Exit.named(branches.get(drawn).exit());
    }

    @Override
    public void check(NodeCheck check) {
        JsonPointer at = check.pointer().child("branches");
        for (int i = 0; i < branches.size(); i++) {
            JsonPointer exit = at.child(i).child("exit");
            ExitNames.check(check, exit, branches.get(i).exit());
            ExitNames.checkDistinct(check, exit, branches.get(i).exit(),
                    branches.subList(0, i).stream().map(Branch::exit).toList());
        }
        if (branches.stream().allMatch(branch -> branch.weight() == 0)) {
            check.error("no-weight", at, "All branches have the weight 0; give at least one more");
        }
    }

    @Override
    public String summary() {
        return branches.stream().map(branch -> branch.exit() + " " + branch.weight())
                .collect(Collectors.joining(" : "));
    }
}
