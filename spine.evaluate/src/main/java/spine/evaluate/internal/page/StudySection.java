package spine.evaluate.internal.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.stats.ConfusionMatrix;
import spine.evaluate.internal.study.MaskKind;
import spine.evaluate.internal.study.MaskOverlap;
import spine.evaluate.internal.study.StudyPair;

/** One line per study, with the way to its own report. */
final class StudySection {
    private final Path folder;

    /** @param folder where the page will lie */
    StudySection(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    String html(Evaluation evaluation) {
        StringBuilder html = new StringBuilder("<div class=\"wide\" tabindex=\"0\"><table class=\"studies\"><caption>Evaluated studies in the order of the truth</caption>\n"
                + "<thead><tr><th scope=\"col\">Study</th>");
        for (String column : new String[] {"Truth", "Predicted", "Difference", "Levels right", "Images found", "False images", "Units found",
            "False units", "Dice body", "Dice disc", "Dice oedema"}) {
            html.append("<th scope=\"col\" class=\"right\">" + column + "</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        evaluation.cohort().pairs().forEach(pair -> html.append(row(pair, evaluation.total())));
        return Html.section("studies", "Studies", html.append("</tbody></table></div>\n").toString());
    }

    private String row(StudyPair pair, String total) {
        double apart = pair.prediction().total(total) - pair.truth().total(total);
        ConfusionMatrix images = pair.imageDecisions();
        ConfusionMatrix units = pair.unitDecisions();
        StringBuilder html = new StringBuilder("<tr><th scope=\"row\" class=\"mono\">" + link(pair) + "</th>");
        for (String cell : new String[] {Html.number(pair.truth().total(total), 0), Html.number(pair.prediction().total(total), 0),
            (apart > 0 ? "+" : "") + Html.number(apart, 0), pair.levels().right() + " of " + pair.levels().expected(),
            images.truePositive() + " of " + (images.truePositive() + images.falseNegative()), Long.toString(images.falsePositive()),
            units.truePositive() + " of " + (units.truePositive() + units.falseNegative()), Long.toString(units.falsePositive()),
            dice(pair, MaskKind.BODY), dice(pair, MaskKind.DISC), dice(pair, MaskKind.OEDEMA)}) {
            html.append("<td class=\"right\">" + cell + "</td>");
        }
        return html.append("</tr>\n").toString();
    }

    private static String dice(StudyPair pair, MaskKind tissue) {
        return Html.number(pair.images().stream().map(image -> image.of(tissue)).reduce(MaskOverlap.NONE, MaskOverlap::plus).dice(), 2);
    }

    /** The study's name, leading to its report if that can be reached from here. */
    private String link(StudyPair pair) {
        Path report = pair.prediction().folder().resolve("report.html");
        String name = Html.text(pair.study());
        if (!Files.isRegularFile(report) || !report.getRoot().equals(folder.getRoot())) {
            return name;
        }
        String way = StreamSupport.stream(folder.relativize(report).spliterator(), false).map(Path::toString).collect(Collectors.joining("/", "./", ""));
        try {
            return "<a href=\"" + Html.text(new URI(null, null, way, null).toASCIIString()) + "\">" + name + "</a>";
        } catch (URISyntaxException noWay) {
            return name;
        }
    }
}
