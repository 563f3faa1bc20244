package org.ivrea.engine.prompt;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.MeasureUnit;
import java.util.ArrayList;
import java.util.List;

/// Lengths of time: "one hour, two minutes and three seconds".
final class SpokenDuration {
    private static final long HOUR = 3_600;
    private static final long MINUTE = 60;

    private SpokenDuration() {}

    static String words(long seconds, SpokenLanguage language) {
        List<String> parts = new ArrayList<>();
        add(parts, seconds / HOUR, MeasureUnit.HOUR, language);
        add(parts, seconds % HOUR / MINUTE, MeasureUnit.MINUTE, language);
        add(parts, seconds % MINUTE, MeasureUnit.SECOND, language);
        if (parts.isEmpty()) {
            parts.add(part(0, MeasureUnit.SECOND, language));
        }
        String joined = ListFormatter.getInstance(language.locale()).format(parts);
        return language.code().equals("en") ? joined.replace(", and ", " and ") : joined;
    }

    private static void add(List<String> parts, long count, MeasureUnit unit, SpokenLanguage language) {
        if (count > 0) {
            parts.add(part(count, unit, language));
        }
    }

    private static String part(long count, MeasureUnit unit, SpokenLanguage language) {
        return language.amount(count, unit, null);
    }
}
