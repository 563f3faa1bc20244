package org.ivrea.designer.simulation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ivrea.engine.call.Operation;

/// Something that the flow asks of the world, and the person is to answer.
///
/// @param node    at which the call is
/// @param subject what it concerns, as stubs name it
/// @param choices answers to choose from
public record Question(WorldKind kind, String node, String subject, List<Choice> choices) {

    /// An answer to choose.
    ///
    /// @param label for people
    /// @param text  as call scripts write it
    public record Choice(String label, String text) {
        static Choice of(String text) {
            return new Choice(text, text);
        }
    }

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    public Question {
        choices = List.copyOf(choices);
    }

    static Question of(WorldKind kind, String node, Operation<?> operation, String subject, List<String> exits) {
        List<Choice> choices = operation instanceof Operation.Draw draw
                ? branches(draw, exits)
                : kind.examples().stream().map(Choice::of).toList();
        return new Question(kind, node, subject, choices);
    }

    /// By the names of the exits, where each branch has its own.
    private static List<Choice> branches(Operation.Draw draw, List<String> exits) {
        boolean named = exits.size() == draw.weights().size();
        return IntStream.rangeClosed(1, draw.weights().size())
                .mapToObj(branch -> new Choice(named ? branch + " " + exits.get(branch - 1) : "" + branch, "" + branch))
                .toList();
    }

    /// A node looks at the clock: daytime, night, and the days on which offices are closed are what matters.
    static Question ofClock(String node, ZonedDateTime now) {
        LocalDateTime local = now.toLocalDateTime();
        LocalDate today = local.toLocalDate();
        LocalDate saturday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
        List<Choice> choices = Stream.of(today.atTime(10, 0), today.atTime(18, 0), today.atTime(3, 0),
                saturday.atTime(12, 0), saturday.plusDays(1).atTime(23, 59))
                .map(time -> new Choice(MOMENT.format(time), WRITTEN.format(time))).toList();
        return new Question(WorldKind.CLOCK, node, MOMENT.format(local), choices);
    }
}
