package org.ivrea.engine.prompt;

import com.ibm.icu.number.FormattedNumber;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.GroupingStrategy;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.MeasureUnit;
import java.util.ArrayList;
import java.util.List;

/// Lengths of time: "one hour, two minutes and three seconds".
final class SpokenDuration {
    private static final long HOUR = 3_600;
    private static final long MINUTE = 60;

    private SpokenDuration() {}

    static String words(long seconds, Spellout spellout) {
        List<String> parts = new ArrayList<>();
        add(parts, seconds / HOUR, MeasureUnit.HOUR, spellout);
        add(parts, seconds % HOUR / MINUTE, MeasureUnit.MINUTE, spellout);
        add(parts, seconds % MINUTE, MeasureUnit.SECOND, spellout);
        if (parts.isEmpty()) {
            parts.add(part(0, MeasureUnit.SECOND, spellout));
        }
        String joined = ListFormatter.getInstance(spellout.locale()).format(parts);
        return spellout.language().equals("en") ? joined.replace(", and ", " and ") : joined;
    }

    private static void add(List<String> parts, long count, MeasureUnit unit, Spellout spellout) {
        if (count > 0) {
            parts.add(part(count, unit, spellout));
        }
    }

    private static String part(long count, MeasureUnit unit, Spellout spellout) {
        FormattedNumber phrase = NumberFormatter.withLocale(spellout.locale())
                .unit(unit)
                .unitWidth(UnitWidth.FULL_NAME)
                .grouping(GroupingStrategy.OFF)
                .format(count);
        return spellout.numeralsAsWords(phrase.toString(), phrase.getGender());
    }
}
