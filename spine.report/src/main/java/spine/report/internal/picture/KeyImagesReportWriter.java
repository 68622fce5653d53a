package spine.report.internal.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import spine.api.report.ReportWriter;
import spine.api.report.ReportWriterService;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.UnitScore;
import spine.report.internal.drawing.SlicePng;
import spine.report.internal.drawing.UnitAnchor;
import spine.report.internal.drawing.UnitFigure;
import spine.report.internal.page.IndexName;
import spine.report.internal.page.PageNumbers;

/**
 * Writes {@code key-images/overview.png}, and {@code key-images/T6-7.png} for each unit whose score is above 0. Of further indices the
 * files begin with the number of the index, as {@code 2-T6-7.png}.
 */
@Component
@ReportWriterService(format = "key-images")
public final class KeyImagesReportWriter implements ReportWriter {

    @Override
    public List<Path> write(ScoringResult result, Path folder) throws IOException {
        Path images = Files.createDirectory(folder.resolve("key-images"));
        Pictures pictures = new Pictures(result);
        List<Path> written = new ArrayList<>();
        for (int at = 0; at < result.scores().size(); at++) {
            Score score = result.scores().get(at);
            String prefix = at == 0 ? "" : at + 1 + "-";
            written.add(write(pictures.overview(score, IndexName.of(score) + totals(score)), images.resolve(prefix + "overview.png")));
            for (UnitScore unit : score.units()) {
                Optional<UnitFigure> figure = unit.score() > 0 ? UnitFigure.of(result, unit) : Optional.empty();
                if (figure.isPresent()) {
                    String level = unit.unit().level().label();
                    written.add(write(pictures.unit(figure.get(), level + "   " + IndexName.of(score) + " "
                            + PageNumbers.atMost(unit.score(), 2)), images.resolve(prefix + UnitAnchor.of(level) + ".png")));
                }
            }
        }
        return written;
    }

    private static String totals(Score score) {
        StringBuilder words = new StringBuilder();
        score.totals().forEach((name, value) -> words.append("   ").append(name).append(' ')
                .append(Double.isNaN(value) ? "-" : PageNumbers.atMost(value, 2)));
        return words.toString();
    }

    private static Path write(BufferedImage picture, Path file) throws IOException {
        return Files.write(file, SlicePng.png(picture));
    }
}
