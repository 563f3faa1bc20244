package org.ivrea.engine.expression;

import com.google.common.base.Optional;
import com.google.common.collect.ImmutableList;
import dev.cel.checker.DescriptorTypeProvider;
import dev.cel.checker.Env;
import dev.cel.checker.ExprChecker;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelContainer;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.internal.EnvVisitable;
import dev.cel.common.internal.EnvVisitor;
import dev.cel.common.internal.Errors;
import dev.cel.compiler.CelCompiler;
import dev.cel.expr.Decl;
import dev.cel.parser.CelMacro;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Compiles the expressions of one scope. Threads may share it.
///
/// CEL's own checker declares its hundreds of functions anew for every expression, comparing each with each: nine tenths
/// of the time that a large flow takes to load. Here what is declared stays for the next expression. An expression that
/// is found wrong goes to CEL's own checker, which words the problem; what was declared is dropped then, as a check that
/// fails declares what it did not find.
final class TypeChecker {
    private static final CelContainer NO_CONTAINER = CelContainer.ofName("");

    private final CelCompiler compiler;
    private @Nullable Env declared;

    TypeChecker(CelCompiler compiler) {
        this.compiler = compiler;
    }

    CelValidationResult compile(String source) throws CelValidationException {
        CelValidationResult parsed = compiler.parse(source);
        if (parsed.hasError()) {
            return parsed;
        }
        CelAbstractSyntaxTree tree = parsed.getAst();
        CelAbstractSyntaxTree checked = checked(tree);
        return checked == null ? compiler.check(tree) : new CelValidationResult(checked, ImmutableList.of());
    }

    /// @return `null` when something is wrong
    private synchronized @Nullable CelAbstractSyntaxTree checked(CelAbstractSyntaxTree tree) {
        Env env = declared == null ? declare() : declared;
        declared = null;
        if (env.getErrorContext().getErrorCount() > 0) {
            return null;
        }
        CelAbstractSyntaxTree checked = ExprChecker.typecheck(env, NO_CONTAINER, tree, Optional.absent());
        if (env.getErrorContext().getErrorCount() > 0) {
            return null;
        }
        declared = env;
        return checked;
    }

    private Env declare() {
        Env env = Env.unconfigured(new Errors("<expression>", ""), new DescriptorTypeProvider(), CelLanguage.OPTIONS);
        ((EnvVisitable) compiler).accept(new EnvVisitor() {
            @Override
            public void visitDecl(String name, List<Decl> declarations) {
                declarations.forEach(env::add);
            }

            @Override
            public void visitMacro(CelMacro macro) {}
        });
        return env;
    }
}
