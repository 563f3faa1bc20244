package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.List;
import org.ivrea.engine.expression.Expression;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Field;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeCheck;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.node.NodeInfo;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.NodeType;

@NodeInfo(name = "decision", label = "Decision", group = NodeGroup.DECIDE, icon = "git-branch", help = "Goes on at the exit of the first case whose condition holds.")
public record Decision(
        @Field(label = "Cases", help = "Tried in this order. Several cases may lead to the same exit.", min = 1, max = 200) List<Case> cases)
        implements
            Node {

    static final Exit OTHERWISE = new Exit("otherwise", "No case's condition holds.");

    /// A condition and where it leads.
    public record Case(
            @Field(label = "When", help = "Condition, such as balance > 0.0.", result = org.ivrea.engine.expression.ValueType.BOOL) Expression when,
            @Field(label = "Exit", text = Field.TextKind.EXIT) String exit,
            @Field(label = "Label", help = "What it means, for the author.", optional = true) String label) {

        boolean holds(NodeRun run) {
            return when.evaluate(run.variables()).equals(true);
        }
    }

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(Decision.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return ExitNames.exits(cases.stream().map(Case::exit).toList(), OTHERWISE);
    }

    @Override
    public Next run(NodeRun run) {
        for (int i = 0; i < cases.size(); i++) {
            Case tried = cases.get(i);
            if (tried.holds(run)) {
                run.because("`" + tried.when().source() + "` was true" + Readings.of(List.of(tried.when()), run));
                return Exit.named(tried.exit());
            }
        }
        run.because((cases.size() == 1
                ? "`" + cases.getFirst().when().source() + "` was false"
                : "none of the " + cases.size() + " conditions was true")
                + Readings.of(cases.stream().map(Case::when).toList(), run));
        return OTHERWISE;
    }

    @Override
    public void check(NodeCheck check) {
        for (int i = 0; i < cases.size(); i++) {
            ExitNames.check(check, check.pointer().child("cases").child(i).child("exit"), cases.get(i).exit(),
                    OTHERWISE);
        }
    }

    @Override
    public String summary() {
        return cases.isEmpty()
                ? ""
                : Summary.of(Summary.shortened(cases.getFirst().when().source()),
                        cases.size() == 1 ? "" : Summary.count(cases.size(), "case", "cases"));
    }
}
