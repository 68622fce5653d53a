package spine.report.internal.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.report.ReportWriter;
import spine.api.report.ReportWriterService;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.UnitScore;
import spine.common.csv.CsvText;

/**
 * Writes {@code units.csv}, the long form of {@code scores.csv}: one line per index and unit, from head to foot, and {@code measures.csv}:
 * one line per index, unit and further measure of the index. Both have the same header for all studies and indices, so that tables of
 * several studies can be joined by leaving out all headers but the first. A unit that is not in the field of view has a line without
 * values.
 */
@Component
@ReportWriterService(format = "units")
public final class UnitsCsvReportWriter implements ReportWriter {
    private static final int DECIMALS = 3;

    @Override
    public List<Path> write(ScoringResult result, Path folder) throws IOException {
        CsvText units = new CsvText(DECIMALS).line(UnitLine.HEADER);
        CsvText measures = new CsvText(DECIMALS).line("study", "index", "indexVersion", "unit", "measure", "value");
        for (Score score : result.scores()) {
            Map<DiscLevel, UnitScore> scored = new HashMap<>();
            score.units().forEach(unit -> scored.put(unit.unit().level(), unit));
            for (DiscovertebralUnit unit : result.anatomy().units()) {
                UnitScore record = scored.getOrDefault(unit.level(), UnitScore.zero(unit));
                units.line(UnitLine.of(result.study(), score, record));
                record.measures().forEach((name, value) -> measures.line(result.study().studyInstanceUid(), score.indexId(),
                        score.indexVersion(), unit.level().label(), name, value));
            }
        }
        return List.of(Files.writeString(folder.resolve("units.csv"), units.toString()),
                Files.writeString(folder.resolve("measures.csv"), measures.toString()));
    }
}
