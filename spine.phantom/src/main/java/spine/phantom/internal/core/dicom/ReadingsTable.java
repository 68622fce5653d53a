package spine.phantom.internal.core.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import spine.api.anatomy.DiscLevel;
import spine.phantom.internal.core.reader.Reading;
import spine.phantom.internal.core.study.SyntheticStudy;

/** Writes {@code readings.csv}: what the simulated readers score, a line for each reader and sitting; empty where a unit is not in view. */
final class ReadingsTable {

    private ReadingsTable() {
    }

    static void write(SyntheticStudy study, List<Reading> readings, Path file) throws IOException {
        List<DiscLevel> levels = readings.stream().flatMap(reading -> reading.units().keySet().stream()).distinct().sorted().toList();
        List<String> lines = new ArrayList<>();
        lines.add("study,patient,timepoint,reader,sitting,total23,total6,"
                + levels.stream().map(DiscLevel::label).collect(Collectors.joining(",")));
        String examined = study.uids().study() + "," + study.patientId() + "," + study.timePoint().number();
        for (Reading reading : readings) {
            lines.add(examined + "," + reading.reader() + "," + reading.sitting() + "," + (int) reading.total23() + ","
                    + (int) reading.total6() + "," + levels.stream().map(level -> String.valueOf(reading.units().get(level).intValue()))
                            .collect(Collectors.joining(",")));
        }
        Files.write(file, lines);
    }
}
