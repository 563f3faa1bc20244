package org.ivrea.engine.expression;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/// `balance + 1` and `2 * price`: CEL itself refuses to mix whole and floating point numbers, which surprises authors,
/// and JSON makes no difference between them.
final class MixedArithmetic {
    private record Operator(String function, String id, DoubleBinaryOperator result) {}

    private static final List<Operator> OPERATORS = List.of(
            new Operator("_+_", "add", Double::sum),
            new Operator("_-_", "subtract", (a, b) -> a - b),
            new Operator("_*_", "multiply", (a, b) -> a * b),
            new Operator("_/_", "divide", (a, b) -> a / b));

    static final List<CelFunctionDecl> DECLARATIONS = declarations();

    private MixedArithmetic() {}

    private static List<CelFunctionDecl> declarations() {
        List<CelFunctionDecl> declarations = new ArrayList<>();
        for (Operator operator : OPERATORS) {
            declarations.add(CelFunctionDecl.newFunctionDeclaration(operator.function,
                    CelOverloadDecl.newGlobalOverload(operator.id + "_int64_double", SimpleType.DOUBLE, SimpleType.INT,
                            SimpleType.DOUBLE),
                    CelOverloadDecl.newGlobalOverload(operator.id + "_double_int64", SimpleType.DOUBLE,
                            SimpleType.DOUBLE, SimpleType.INT)));
        }
        return List.copyOf(declarations);
    }

    @SuppressWarnings("Immutable") // operators are functions without state
    static Collection<CelFunctionBinding> bindings() {
        List<CelFunctionBinding> bindings = new ArrayList<>();
        for (Operator operator : OPERATORS) {
            bindings.addAll(CelFunctionBinding.fromOverloads(operator.function,
                    CelFunctionBinding.from(operator.id + "_int64_double", Long.class, Double.class,
                            (a, b) -> operator.result.applyAsDouble(a, b)),
                    CelFunctionBinding.from(operator.id + "_double_int64", Double.class, Long.class,
                            (a, b) -> operator.result.applyAsDouble(a, b))));
        }
        return bindings;
    }
}
