package org.ivrea.engine.expression;

import dev.cel.extensions.CelExtensions;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeLibrary;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.RuntimeEquality;
import dev.cel.runtime.RuntimeHelpers;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ivrea.engine.pattern.BoundedPattern;

/// The functions of CEL that can cost far more than their arguments are long: their cost is paid before they run.
/// All others cost as much as their arguments and results, which the [Meter] sees anyway.
final class MeteredFunctions {
    private static final int CHARACTERS_PER_UNIT = 32;
    private static final int LARGEST_INTERMEDIATE = 1 << 20;

    /// Says what a call costs.
    private interface Cost {
        /// @throws Refused when it must not run at all
        long of(Object[] arguments);
    }

    private record Metered(String function, Cost cost) {}

    private static final Map<String, Metered> STANDARD = Map.of(
            "contains_string", new Metered("contains", MeteredFunctions::search),
            "matches", new Metered("matches", MeteredFunctions::match),
            "matches_string", new Metered("matches", MeteredFunctions::match));

    private static final Map<String, Metered> STRINGS = Map.of(
            "string_index_of_string", new Metered("indexOf", MeteredFunctions::search),
            "string_index_of_string_int", new Metered("indexOf", MeteredFunctions::search),
            "string_last_index_of_string", new Metered("lastIndexOf", MeteredFunctions::search),
            "string_last_index_of_string_int", new Metered("lastIndexOf", MeteredFunctions::search),
            "string_split_string", new Metered("split", MeteredFunctions::search),
            "string_split_string_int", new Metered("split", MeteredFunctions::search),
            "string_replace_string_string", new Metered("replace", MeteredFunctions::replace),
            "string_replace_string_string_int", new Metered("replace", MeteredFunctions::replace),
            "list_join", new Metered("join", MeteredFunctions::join),
            "list_join_string", new Metered("join", MeteredFunctions::join));

    private MeteredFunctions() {}

    /// The standard functions without those that are metered here.
    static CelStandardFunctions unmetered() {
        return CelStandardFunctions.newBuilder()
                .excludeFunctions(CelStandardFunctions.StandardFunction.CONTAINS,
                        CelStandardFunctions.StandardFunction.MATCHES)
                .build();
    }

    static Collection<CelFunctionBinding> bindings() {
        List<CelFunctionBinding> standard = List.copyOf(CelStandardFunctions.newBuilder()
                .includeFunctions(CelStandardFunctions.StandardFunction.CONTAINS,
                        CelStandardFunctions.StandardFunction.MATCHES)
                .build()
                .newFunctionBindings(RuntimeEquality.create(RuntimeHelpers.create(), CelLanguage.OPTIONS),
                        CelLanguage.OPTIONS));
        List<CelFunctionBinding> metered = new ArrayList<>(metered(standard, STANDARD));
        metered.addAll(metered(bindingsOf(CelExtensions.strings()), STRINGS));
        return metered;
    }

    @SuppressWarnings("Immutable") // costs are functions without state
    private static Collection<CelFunctionBinding> metered(Collection<CelFunctionBinding> bindings,
            Map<String, Metered> costs) {
        Map<String, List<CelFunctionBinding>> byFunction = new TreeMap<>();
        for (CelFunctionBinding binding : bindings) {
            Metered metered = costs.get(binding.getOverloadId());
            // A function's own name stands for the choice among its overloads, which is made anew.
            if (metered != null && !binding.getArgTypes().isEmpty()) {
                CelFunctionOverload function = binding.getDefinition();
                byFunction.computeIfAbsent(metered.function, _ -> new ArrayList<>())
                        .add(CelFunctionBinding.from(binding.getOverloadId(), binding.getArgTypes(), arguments -> {
                            Meter.CURRENT.get().spend(metered.cost.of(arguments));
                            return function.apply(arguments);
                        }));
            }
        }
        List<CelFunctionBinding> grouped = new ArrayList<>();
        byFunction.forEach(
                (function, overloads) -> grouped.addAll(CelFunctionBinding.fromOverloads(function, overloads)));
        return grouped;
    }

    /// A library hands its functions to a runtime under construction only, so it gets something like one.
    private static Collection<CelFunctionBinding> bindingsOf(CelRuntimeLibrary library) {
        List<CelFunctionBinding> bindings = new ArrayList<>();
        var builder = (CelRuntimeBuilder) Proxy.newProxyInstance(MeteredFunctions.class.getClassLoader(),
                new Class<?>[] {CelRuntimeBuilder.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("addFunctionBindings")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    if (arguments[0] instanceof Iterable<?> several) {
                        several.forEach(one -> bindings.add((CelFunctionBinding) one));
                    } else {
                        bindings.addAll(List.of((CelFunctionBinding[]) arguments[0]));
                    }
                    return proxy;
                });
        library.setRuntimeOptions(builder);
        return bindings;
    }

    private static long length(Object argument) {
        return ((String) argument).length();
    }

    private static long search(Object[] arguments) {
        return 1 + length(arguments[0]) * Math.max(1, length(arguments[1])) / CHARACTERS_PER_UNIT;
    }

    private static long match(Object[] arguments) {
        long size = BoundedPattern.size((String) arguments[1]);
        if (size > BoundedPattern.LARGEST) {
            throw new Refused("The pattern of matches() is " + BoundedPattern.TOO_LARGE);
        }
        return 1 + size / 8 + length(arguments[0]) * Math.min(size, CelLanguage.LARGEST_PROGRAM) / 8;
    }

    private static long replace(Object[] arguments) {
        long text = length(arguments[0]);
        long found = length(arguments[1]);
        long replacement = length(arguments[2]);
        long longest = text + (found == 0 ? text + 1 : text / found) * replacement;
        if (longest > LARGEST_INTERMEDIATE) {
            throw new Refused("replace() could make the text longer than allowed");
        }
        return search(arguments) + longest / CHARACTERS_PER_UNIT;
    }

    private static long join(Object[] arguments) {
        var parts = (Collection<?>) arguments[0];
        long longest = arguments.length > 1 ? length(arguments[1]) * parts.size() : 0;
        for (Object part : parts) {
            longest += part instanceof String text ? text.length() : 0;
        }
        if (longest > LARGEST_INTERMEDIATE) {
            throw new Refused("join() would make a text longer than allowed");
        }
        return 1 + parts.size() + longest / CHARACTERS_PER_UNIT;
    }
}
