package spine.report.internal.comparison;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import spine.api.UnusableInputException;
import spine.api.comparison.ComparisonSummary;
import spine.api.comparison.StudyComparison;
import spine.api.deidentification.StudyIdentities;
import spine.common.file.AtomicFolder;
import spine.report.internal.archive.ArchivedResult;
import spine.report.internal.comparison.change.Comparison;
import spine.report.internal.comparison.change.Verdicts;
import spine.report.internal.comparison.page.PageWriter;
import spine.report.internal.comparison.picture.AlignedPictures;
import spine.report.internal.comparison.table.ComparisonCsv;
import spine.report.internal.comparison.table.ComparisonJson;

/** Reads the results, then their images one after the other, and writes what has changed. */
@Component
public final class ResultComparison implements StudyComparison {
    private final Optional<StudyIdentities> identities;
    private final PageWriter page = new PageWriter();

    /** @param identities tells of whom images are, and of when; null where nobody does, and then it is not checked */
    @Activate
    public ResultComparison(@Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
            StudyIdentities identities) {
        this.identities = Optional.ofNullable(identities);
    }

    @Override
    public ComparisonSummary compare(List<TimePoint> timePoints, List<String> warnings, Path folder)
            throws UnusableInputException, IOException {
        if (timePoints.size() < 2 || timePoints.size() > MOST) {
            throw new IllegalArgumentException("a comparison of " + timePoints.size() + " time points; it has 2 to " + MOST);
        }
        requireOwn(folder);
        requireDifferent(timePoints);
        List<ArchivedResult> results = new ArrayList<>();
        for (TimePoint point : timePoints) {
            results.add(ArchivedResult.read(point.result()));
        }
        Comparison.requireComparable(results);
        try (ImageReading reading = new ImageReading(results, identities)) {
            for (int at = 0; at < results.size(); at++) {
                reading.read(at, timePoints.get(at));
            }
            Comparison comparison = Comparison.of(reading.points());
            return write(comparison, Stream.of(comparison.checks().warnings(), warnings, reading.warnings()).flatMap(List::stream).toList(),
                    reading.pictures(), folder);
        }
    }

    private ComparisonSummary write(Comparison comparison, List<String> warnings, AlignedPictures pictures, Path folder)
            throws IOException {
        try (AtomicFolder place = AtomicFolder.replace(folder)) {
            page.write(comparison, warnings, pictures, place.staging());
            ComparisonCsv.write(comparison, place.staging());
            ComparisonJson.write(comparison, warnings, place.staging());
            place.publish();
            return Verdicts.summary(comparison, warnings, folder.resolve(PageWriter.FILE));
        }
    }

    /** Nothing but a comparison before is replaced. */
    private static void requireOwn(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Set<String> own = Set.of(PageWriter.FILE, ComparisonCsv.FILE, ComparisonJson.FILE);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                if (entries.allMatch(entry -> own.contains(entry.getFileName().toString()))) {
                    return;
                }
            }
        }
        throw new FileAlreadyExistsException(folder.toString(), null, folder
                + " holds something else than a comparison, which is left as it is: name another folder.");
    }

    private static void requireDifferent(List<TimePoint> timePoints) throws UnusableInputException {
        Set<Path> seen = new HashSet<>();
        for (TimePoint point : timePoints) {
            if (!seen.add(point.result().toAbsolutePath().normalize())) {
                throw new UnusableInputException(point.result() + " is given twice: a result has no change to itself.");
            }
        }
    }
}
