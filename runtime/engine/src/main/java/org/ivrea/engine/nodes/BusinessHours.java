package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ivrea.engine.expression.Expression;
import org.ivrea.engine.expression.ValueType;
import org.ivrea.engine.expression.Values;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Field;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeCheck;
import org.ivrea.engine.node.NodeFailure;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.node.NodeInfo;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.NodeType;
import org.ivrea.engine.node.VariableTarget;
import org.ivrea.engine.nodes.OpeningHours.Holiday;
import org.ivrea.engine.nodes.OpeningHours.Period;
import org.ivrea.engine.nodes.OpeningHours.Special;
import org.jspecify.annotations.Nullable;

@NodeInfo(name = "hours", label = "Business hours", group = NodeGroup.DECIDE, icon = "clock", help = "Goes on by whether the office is open: weekly hours, holidays, exceptions and a manual switch.")
public record BusinessHours(
        @Field(label = "Time zone", help = "Where the office is, such as Europe/Berlin. Left out: the project's.", text = Field.TextKind.TIME_ZONE, optional = true) String timeZone,
        @Field(label = "Weekly hours", max = 100) List<Period> weekly,
        @Field(label = "Holidays", help = "Days on which the exit holiday is taken.", max = 500) List<Holiday> holidays,
        @Field(label = "Exceptions", help = "Days with hours of their own. They count more than holidays and weekly hours.", max = 500) List<Special> overrides,
        @Field(label = "Manual switch", help = "Expression that gives open, closed or holiday to overrule the calendar; anything empty leaves it to the calendar.", result = ValueType.STRING, advanced = true) @Nullable Expression force,
        @Field(label = "At", help = "The time to look at. Left out: now.", result = ValueType.TIME, advanced = true) @Nullable Expression at,
        @Field(label = "Next opening goes to", help = "Variable that receives when the office opens again, to be said to the caller.", optional = true, setOn = {
                "closed", "holiday"}) VariableTarget nextOpening)
        implements
            Node {

    static final Exit OPEN = new Exit("open", "The office is open.");
    static final Exit CLOSED = new Exit("closed", "Outside the hours.");
    static final Exit HOLIDAY = new Exit("holiday", "It is a holiday.");
    private static final List<Exit> EXITS = List.of(OPEN, CLOSED, HOLIDAY);
    private static final Map<String, Exit> FORCED = Map.of("open", OPEN, "closed", CLOSED, "holiday", HOLIDAY);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("EEEE yyyy-MM-dd HH:mm", Locale.ENGLISH);

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(BusinessHours.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return EXITS;
    }

    @Override
    public Next run(NodeRun run) {
        ZonedDateTime now = time(run).atZone(timeZone.isEmpty() ? run.now().getZone() : ZoneId.of(timeZone));
        var hours = new OpeningHours(weekly, holidays, overrides);
        Exit forced = forced(run);
        OpeningHours.State state = hours.at(now);
        Exit exit = forced != null ? forced : switch (state.kind()) {
            case OPEN -> OPEN;
            case CLOSED -> CLOSED;
            case HOLIDAY -> HOLIDAY;
        };
        run.because(forced != null
                ? "the manual switch says " + forced.name()
                : LOCAL.format(now) + ": "
                        + state.reason());
        if (exit != OPEN && !nextOpening.isNone()) {
            ZonedDateTime opens = hours.nextOpening(now);
            if (opens == null) {
                throw new NodeFailure("never-open", "The office never opens again by its hours, so that \""
                        + nextOpening.name() + "\" has no value; give it hours, or remove the variable");
            }
            run.set(nextOpening, opens.toInstant());
        }
        return exit;
    }

    private Instant time(NodeRun run) {
        return at == null
                ? run.now().toInstant()
                : (Instant) Values.coerce(at.evaluate(run.variables()), ValueType.TIME);
    }

    private @Nullable Exit forced(NodeRun run) {
        if (force == null) {
            return null;
        }
        String given = Values.text(force.evaluate(run.variables())).strip().toLowerCase(Locale.ROOT);
        if (!given.isEmpty() && !FORCED.containsKey(given)) {
            throw new NodeFailure("hours-switch", "The manual switch must give open, closed, holiday or nothing,"
                    + " but gave something else");
        }
        return FORCED.get(given);
    }

    @Override
    public void check(NodeCheck check) {
        OpeningHoursCheck.check(this, check);
    }

    @Override
    public String summary() {
        return Summary.of(weekly.isEmpty() ? "" : weekly.getFirst().words(), city(timeZone),
                holidays.isEmpty() ? "" : Summary.count(holidays.size(), "holiday", "holidays"));
    }

    private static String city(String zone) {
        try {
            String id = ZoneId.of(zone).getId();
            return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
        } catch (DateTimeException _) {
            return "";
        }
    }
}
