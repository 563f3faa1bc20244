package org.ivrea.engine.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/// Finds the flow's variables in a checked expression: without what macros such as `exists(x, …)` define.
final class VariableReads {
    private final CelAbstractSyntaxTree ast;
    private final CelScope scope;
    private final Set<String> reads = new LinkedHashSet<>();

    private VariableReads(CelAbstractSyntaxTree ast, CelScope scope) {
        this.ast = ast;
        this.scope = scope;
    }

    static Set<String> of(CelAbstractSyntaxTree ast, CelScope scope) {
        var found = new VariableReads(ast, scope);
        found.visit(ast.getExpr(), Set.of());
        return found.reads;
    }

    private void visit(CelExpr expression, Set<String> local) {
        switch (expression.getKind()) {
            case IDENT -> add(expression, expression.ident().name(), local);
            case SELECT -> visit(expression.select().operand(), local);
            case CALL -> {
                expression.call().target().ifPresent(target -> visit(target, local));
                expression.call().args().forEach(argument -> visit(argument, local));
            }
            case LIST -> expression.list().elements().forEach(element -> visit(element, local));
            case MAP -> expression.map().entries().forEach(entry -> {
                visit(entry.key(), local);
                visit(entry.value(), local);
            });
            case STRUCT -> expression.struct().entries().forEach(entry -> visit(entry.value(), local));
            case COMPREHENSION -> visit(expression.comprehension(), local);
            case CONSTANT, NOT_SET -> {
            }
        }
    }

    private void visit(CelExpr.CelComprehension loop, Set<String> outside) {
        visit(loop.iterRange(), outside);
        visit(loop.accuInit(), outside);
        Set<String> inside = new HashSet<>(outside);
        inside.add(loop.accuVar());
        visit(loop.result(), inside);
        inside.add(loop.iterVar());
        inside.add(loop.iterVar2());
        visit(loop.loopCondition(), inside);
        visit(loop.loopStep(), inside);
    }

    private void add(CelExpr expression, String name, Set<String> local) {
        CelReference reference = ast.getReferenceMap().get(expression.id());
        String full = reference == null ? name : reference.name();
        String variable = full.startsWith(".") ? full.substring(1) : full;
        boolean global = full.startsWith(".") || name.startsWith(".") || !local.contains(variable);
        if (global && scope.isFlowVariable(variable)) {
            reads.add(variable);
        }
    }
}
