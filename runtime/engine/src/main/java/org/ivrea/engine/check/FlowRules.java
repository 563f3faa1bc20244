package org.ivrea.engine.check;

import java.util.List;
import java.util.ServiceLoader;

/// The rules that there are.
final class FlowRules {
    static final List<FlowRule> ALL = ServiceLoader.load(FlowRule.class, FlowRules.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get).toList();

    private FlowRules() {}
}
