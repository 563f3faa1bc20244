package org.ivrea.engine.check;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.prompt.PromptItem;
import org.ivrea.engine.spec.NodeContents;
import org.ivrea.engine.spec.NodeContents.Found;
import org.ivrea.flow.project.PromptLookup;
import org.ivrea.flow.project.PromptSurvey;

/// Recordings that are not there in each language of the project. What has a text can be spoken by a synthetic voice
/// instead; but a caller who hears recordings in one language should hear them in each.
@AutoService(FlowRule.class)
public final class MissingRecording implements FlowRule {
    static final String CODE = "prompt-missing";
    static final String NOT_RECORDED = "prompt-not-recorded";
    static final String REFUSED = "prompt-refused";

    @Override
    public void check(CheckedFlow flow, Findings findings) {
        if (flow.project().project().prompts().root() == null) {
            return; // was never saved
        }
        PromptSurvey survey = flow.project().project().prompts().survey();
        List<String> languages = flow.project().project().settings().languages();
        for (CompiledNode node : flow.flow().nodes()) {
            NodeContents contents = node.contents();
            if (contents != null && !node.document().disabled()) {
                for (Found<PromptItem.Recording> recording : contents.recordings()) {
                    check(node, recording, languages, survey, findings);
                }
            }
        }
    }

    private static void check(CompiledNode node, Found<PromptItem.Recording> recording, List<String> languages,
            PromptSurvey survey, Findings findings) {
        String file = recording.value().file();
        List<String> missing = new ArrayList<>();
        for (String language : languages) {
            switch (survey.find(file, language)) {
                case PromptLookup.Found _ -> {
                }
                case PromptLookup.Missing _ -> missing.add(language);
                case PromptLookup.Refused(String message) -> {
                    findings.error(REFUSED, node, recording.at(), message, null);
                    return;
                }
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        String what = "There is no recording \"" + file + "\" in " + String.join(", ", missing);
        if (recording.value().text().isEmpty()) {
            findings.error(CODE, node, recording.at(),
                    what + ", and no \"text\" to be spoken instead: nothing is heard;"
                            + " record it, or give a text",
                    null);
        } else if (missing.size() < languages.size()) {
            findings.warning(CODE, node, recording.at(),
                    what + ", but in other languages: here a synthetic voice speaks"
                            + " the text; record it",
                    null);
        } else {
            findings.info(NOT_RECORDED, node, recording.at(), "\"" + file + "\" is not recorded yet: a synthetic voice"
                    + " speaks the text; record it in prompts/" + languages.getFirst() + "/", null);
        }
    }
}
