package org.ivrea.engine.check;

import com.google.auto.service.AutoService;
import java.util.List;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.expression.LocalizedText;
import org.ivrea.engine.spec.NodeContents;
import org.ivrea.engine.spec.NodeContents.Found;

/// Texts that are given by language, but not in each language of the project: callers would hear another one.
@AutoService(FlowRule.class)
public final class MissingTranslation extends NodeRule {
    static final String CODE = "text-untranslated";

    @Override
    void check(CheckedFlow flow, CompiledNode node, NodeContents contents, Findings findings) {
        List<String> languages = flow.project().project().settings().languages();
        for (Found<LocalizedText> text : contents.texts()) {
            List<String> missing = languages.stream().filter(language -> !text.value().covers(language)).toList();
            if (!missing.isEmpty()) {
                findings.warning(CODE, node, text.at(), "This text is not there in " + String.join(", ", missing)
                        + ", so that callers hear another language; translate it", null);
            }
        }
    }
}
