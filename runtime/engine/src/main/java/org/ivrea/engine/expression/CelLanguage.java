package org.ivrea.engine.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/// The CEL that expressions are written in: the standard one with its string, math and optional-value extensions, and
/// with whole and floating point numbers that mix. Loading this class starts CEL.
final class CelLanguage {
    static final int LONGEST_SOURCE = 10_000;
    static final int MOST_ITERATIONS = 1_000;
    /// Of a compiled pattern, in instructions.
    static final int LARGEST_PROGRAM = 1_000;

    private static final int DEEPEST_SOURCE = 100;
    private static final int MOST_CHECKERS = 64;

    static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(LONGEST_SOURCE)
            .maxParseRecursionDepth(DEEPEST_SOURCE)
            .maxParseErrorRecoveryLimit(10)
            .comprehensionMaxIterations(MOST_ITERATIONS)
            .maxRegexProgramSize(LARGEST_PROGRAM)
            .enableHeterogeneousNumericComparisons(true)
            .enableHiddenAccumulatorVar(true)
            .populateMacroCalls(false)
            .build();

    private static final CelCompiler BASE = base().build();
    private static final CelRuntime RUNTIME = runtime();

    /// Checkers by the types of their variables, the longest unused first.
    private static final Map<Map<String, ValueType>, TypeChecker> CHECKERS = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Map<String, ValueType>, TypeChecker> eldest) {
            return size() > MOST_CHECKERS;
        }
    };

    private CelLanguage() {}

    private static CelCompilerBuilder base() {
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addLibraries(CelExtensions.strings(), CelExtensions.math(), CelExtensions.optional())
                .addFunctionDeclarations(MixedArithmetic.DECLARATIONS);
    }

    private static CelRuntime runtime() {
        return CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(OPTIONS)
                .setStandardFunctions(MeteredFunctions.unmetered())
                .addFunctionBindings(MeteredFunctions.bindings())
                .addFunctionBindings(MixedArithmetic.bindings())
                .addLibraries(CelExtensions.strings(), CelExtensions.math(), CelExtensions.optional())
                .build();
    }

    static CelValidationResult check(String source, Map<String, ValueType> variables) throws CelValidationException {
        return checker(variables).compile(source);
    }

    static CelRuntime.Program program(CelAbstractSyntaxTree ast) throws CelEvaluationException {
        return RUNTIME.createProgram(ast);
    }

    private static TypeChecker checker(Map<String, ValueType> variables) {
        synchronized (CHECKERS) {
            TypeChecker known = CHECKERS.get(variables);
            if (known != null) {
                return known;
            }
        }
        CelCompiler compiler = compiler(variables);
        synchronized (CHECKERS) {
            return CHECKERS.computeIfAbsent(variables, _ -> new TypeChecker(compiler));
        }
    }

    /// CEL itself, for the same variables.
    static CelCompiler compiler(Map<String, ValueType> variables) {
        CelCompilerBuilder builder = BASE.toCompilerBuilder();
        variables.forEach((name, type) -> builder.addVar(name, celType(name, type)));
        return builder.build();
    }

    private static CelType celType(String name, ValueType type) {
        return switch (type) {
            case INT -> SimpleType.INT;
            case NUMBER -> SimpleType.DOUBLE;
            case BOOL -> SimpleType.BOOL;
            case STRING -> SimpleType.STRING;
            case LIST -> ListType.create(SimpleType.DYN);
            case MAP -> MapType.create(SimpleType.STRING, name.equals("channel") ? SimpleType.STRING : SimpleType.DYN);
            case TIME -> SimpleType.TIMESTAMP;
            case ANY -> SimpleType.DYN;
        };
    }
}
