package spine.app.internal.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import spine.api.service.HealthFinding;

/** Findings of health checks for a person to read. */
public final class HealthLines {

    private HealthLines() {
    }

    /** What is answered to tags that no check has. @param all the findings of all checks */
    public static String noCheck(List<String> tags, List<HealthFinding> all) {
        return "No health check has the tag " + String.join(" or ", tags) + "; tags are " + all.stream().flatMap(one -> one.tags().stream())
                .distinct().sorted().collect(Collectors.joining(", ")) + ".";
    }

    /** One line per remark; name and status stand in the first of each finding. */
    public static List<String> of(List<HealthFinding> findings) {
        List<String> lines = new ArrayList<>();
        int width = findings.stream().mapToInt(finding -> finding.name().length()).max().orElse(1);
        for (HealthFinding finding : findings) {
            String head = String.format(Locale.ROOT, "%-" + width + "s %-8s ", finding.name(), finding.status());
            for (String remark : finding.remarks().isEmpty() ? List.of("") : finding.remarks()) {
                lines.add((head + remark).stripTrailing());
                head = " ".repeat(head.length());
            }
        }
        return lines;
    }
}
