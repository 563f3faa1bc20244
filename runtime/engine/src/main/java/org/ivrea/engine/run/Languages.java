package org.ivrea.engine.run;

import java.util.List;
import org.ivrea.engine.call.CallInfo;
import org.ivrea.flow.project.ProjectDocument;

/// Chooses the language in which a call begins.
final class Languages {
    /// The channel variable with which FreeSWITCH says the language.
    private static final String VARIABLE = "default_language";

    private Languages() {}

    /// The channel's language where the project has it, or its base language; else the project's first.
    static String first(ProjectDocument settings, CallInfo call) {
        List<String> languages = settings.languages();
        String wanted = call.variables().getOrDefault(VARIABLE, "");
        if (languages.contains(wanted)) {
            return wanted;
        }
        int hyphen = wanted.indexOf('-');
        String base = hyphen < 0 ? wanted : wanted.substring(0, hyphen);
        return languages.contains(base) ? base : settings.defaultLanguage();
    }
}
