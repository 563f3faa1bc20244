package org.ivrea.designer.edit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import org.ivrea.flow.document.ExitTarget;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.LayoutEntry;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.document.VariableDeclaration;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;

/// Flows of any size that look like those of a contact centre: departments of some twenty nodes, each with a menu, its
/// announcements, look-ups and queues, with groups and comments; most edges are short, some lead back to a menu, and
/// few to another department. The same size and seed give the same flow.
public final class GeneratedFlows {
    private static final int DEPARTMENT = 20;
    private static final int COLUMN = 280;
    private static final int ROW = 240;
    private static final List<String> SUBJECTS = List.of("Sales", "Support", "Billing", "Delivery", "Returns",
            "Insurance", "Appointments", "Accounts", "Repairs", "Press");

    private record Template(String type, String label, String fields, List<String> exits) {}

    private static final List<Template> TEMPLATES = List.of(
            new Template("play", "Announcement", """
                    {"prompt": [{"file": "announcement.wav", "text": "Please have your customer number ready."}]}""",
                    List.of("next")),
            new Template("collect", "Customer number",
                    """
                            {"prompt": [{"text": "Please type your customer number."}], "variable": "customer", "min": 6, "max": 8}""",
                    List.of("collected", "timeout", "invalid")),
            new Template("decision", "Known customer?", """
                    {"cases": [{"when": "size(customer) > 0 && tries < 3", "exit": "yes"}]}""",
                    List.of("yes", "otherwise")),
            new Template("http", "Look the customer up",
                    """
                            {"service": "crm", "path": "/customers/${customer}", "outputs": [{"variable": "tier", "pointer": "/tier"}]}""",
                    List.of("success", "clientError", "serverError", "networkError", "timeout")),
            new Template("set", "Count the tries", """
                    {"assignments": [{"variable": "tries", "value": "tries + 1"}]}""",
                    List.of("next")),
            new Template("queue", "Wait for an agent",
                    """
                            {"queue": "agents", "maxWaitMs": 480000, "announcement": [{"text": "All our colleagues are talking."}]}""",
                    List.of("answered", "timeout", "full", "noAgents", "closed")),
            new Template("hours", "Open?", """
                    {"weekly": [{"days": ["monday", "tuesday", "friday"], "from": "08:00", "to": "18:00"}]}""",
                    List.of("open", "closed", "holiday")),
            new Template("dial", "Call the office", """
                    {"to": [{"destination": "office"}]}""", List.of("answered", "busy", "noAnswer")),
            new Template("voicemail", "Leave a message", """
                    {"mailbox": "office"}""", List.of("next")));

    private final Random random;
    private final SequencedMap<String, NodeDocument> nodes = new LinkedHashMap<>();
    private final SequencedMap<String, LayoutEntry> layout = new LinkedHashMap<>();
    private final List<String> menus = new ArrayList<>();

    private GeneratedFlows(long seed) {
        this.random = new Random(seed);
    }

    /// @param size the number of nodes, groups and comments among them
    public static FlowDocument ofSize(int size) {
        return ofSize(size, 1);
    }

    public static FlowDocument ofSize(int size, long seed) {
        return new GeneratedFlows(seed).flow(size);
    }

    private FlowDocument flow(int size) {
        int departments = Math.max(1, (size + DEPARTMENT - 1) / DEPARTMENT);
        int perRow = (int) Math.ceil(Math.sqrt(departments));
        for (int number = 0; nodes.size() < size; number++) {
            int x = number % perRow * (6 * COLUMN);
            int y = number / perRow * (5 * ROW);
            department(number, x, y, Math.min(DEPARTMENT, size - nodes.size()));
        }
        for (int number = 1; number < menus.size(); number++) {
            String from = menus.get(random.nextInt(number));
            nodes.computeIfPresent(from, (_, menu) -> menu);
            String menu = menus.get(number);
            nodes.computeIfPresent(menus.get(number - 1), (_, before) -> before.withExit("other", menu));
        }
        FlowDocument empty = FlowDocument.empty("Generated").withStart(menus.getFirst());
        return empty.withNodes(nodes).withLayout(layout)
                .withVariable("customer", VariableDeclaration.of("string").withInitial(Json.of("")))
                .withVariable("tries", VariableDeclaration.of("int").withInitial(Json.of(0)))
                .withVariable("tier", VariableDeclaration.of("string").withInitial(Json.of("basic")));
    }

    private void department(int number, int x, int y, int size) {
        String subject = SUBJECTS.get(number % SUBJECTS.size());
        String prefix = subject.toLowerCase(java.util.Locale.ROOT) + "-" + number;
        String menu = prefix + "-menu";
        List<String> ids = new ArrayList<>(List.of(menu));
        menus.add(menu);
        nodes.put(menu,
                node("menu", subject + " menu",
                        """
                                {"prompt": [{"text": "For %s, press 1. For something else, press 2. To hear this again, press 9."}],
                                 "choices": [{"keys": "1", "exit": "talk"}, {"keys": "2", "exit": "other"}, {"keys": "9", "exit": "again"}]}"""
                                .formatted(subject)));
        layout.put(menu, new LayoutEntry(x + 40, y + 80));
        int running = Math.max(1, size - 3);
        for (int at = 1; at < running; at++) {
            Template template = TEMPLATES.get(random.nextInt(TEMPLATES.size()));
            String id = prefix + "-" + template.type().toLowerCase(java.util.Locale.ROOT) + "-" + at;
            ids.add(id);
            nodes.put(id, node(template.type(), template.label() + " " + at, template.fields()));
            layout.put(id, new LayoutEntry(x + 40 + at / 4 * COLUMN, y + 80 + at % 4 * ROW));
        }
        remarks(prefix, subject, new LayoutEntry(x, y, 5 * COLUMN + 40, 4 * ROW + 100), size - running);
        if (size > running) {
            ids.add(prefix + "-end");
        }
        wire(ids);
    }

    private void remarks(String prefix, String subject, LayoutEntry frame, int count) {
        if (count > 0) {
            nodes.put(prefix + "-end", node("hangup", "Goodbye", """
                    {"prompt": [{"text": "Thank you for calling. Goodbye."}]}"""));
            layout.put(prefix + "-end", new LayoutEntry(frame.x() + 40 + 4 * COLUMN, frame.y() + 80 + 3 * ROW));
        }
        if (count > 1) {
            nodes.put(prefix + "-group", NodeDocument.of("group").withLabel(subject));
            layout.put(prefix + "-group", frame);
        }
        if (count > 2) {
            nodes.put(prefix + "-comment", node("comment", null, """
                    {"text": "Agreed with the head of %s."}""".formatted(subject)));
            layout.put(prefix + "-comment",
                    new LayoutEntry(frame.x() + frame.width() - 200, frame.y() + 20, 180, 80));
        }
    }

    private void wire(List<String> ids) {
        for (int at = 0; at < ids.size(); at++) {
            NodeDocument node = nodes.get(ids.get(at));
            List<String> exits = node == null ? List.of() : exits(node);
            String next = ids.get(Math.min(at + 1, ids.size() - 1));
            for (int exit = 0; exit < exits.size(); exit++) {
                String target = exit == 0 && at + 1 < ids.size() ? next : target(ids, at);
                String name = exits.get(exit);
                nodes.computeIfPresent(ids.get(at), (_, it) -> it.withExit(name, target));
            }
        }
    }

    private static List<String> exits(NodeDocument node) {
        if (node.type().equals("menu")) {
            return List.of("talk", "other", "again", "timeout", "invalid");
        }
        return TEMPLATES.stream().filter(template -> template.type().equals(node.type())).findFirst()
                .map(Template::exits).orElse(List.of());
    }

    private String target(List<String> ids, int from) {
        int dice = random.nextInt(10);
        if (dice == 0) {
            return ids.getFirst();
        }
        if (dice == 1) {
            return menus.get(random.nextInt(menus.size()));
        }
        return ids.get(Math.min(ids.size() - 1, from + 1 + random.nextInt(4)));
    }

    private static NodeDocument node(String type, @org.jspecify.annotations.Nullable String label, String fields) {
        Json value = JsonReader.read(fields.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT).value();
        if (!(value instanceof Json.Obj object)) {
            throw new IllegalArgumentException(fields);
        }
        return new NodeDocument(type, label, null, false, object.members(), new LinkedHashMap<String, ExitTarget>());
    }
}
