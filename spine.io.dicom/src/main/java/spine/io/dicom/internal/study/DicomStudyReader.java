package spine.io.dicom.internal.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.api.image.StudyReader;
import spine.api.image.StudyReaderService;
import spine.api.image.StudySource;
import spine.dicom.DicomCodec;
import spine.dicom.pixel.DicomImages;
import spine.io.dicom.internal.scan.FoundStudy;
import spine.io.dicom.internal.scan.Series;
import spine.io.dicom.internal.scan.StudyScan;
import spine.io.dicom.internal.selection.SeriesNotFound;
import spine.io.dicom.internal.selection.StationChooser;

/** Studies in DICOM files. A DICOM file can have any name, so this reader takes whatever no other one claims. */
@Component
@StudyReaderService(id = "dicom")
@ServiceRanking(-100)
public final class DicomStudyReader implements StudyReader {
    private static final Logger LOG = LoggerFactory.getLogger(DicomStudyReader.class);

    private final DicomCodec codec;
    private final DicomImages images;

    @Activate
    public DicomStudyReader(@Reference DicomCodec codec, @Reference DicomImages images) {
        this.codec = codec;
        this.images = images;
    }

    @Override
    public boolean reads(Path location) {
        return Files.isDirectory(location) || Files.isRegularFile(location) || Files.isSymbolicLink(location);
    }

    /**
     * Finds the studies with MR images, or those with a series that was named. One that cannot be scored is reported when
     * it is loaded, unless there is no other: then it is reported here.
     */
    @Override
    public List<StudySource> find(List<Path> locations, SeriesChoice choice) throws UnusableInputException {
        StudyScan scan = new StudyScan(codec, images);
        List<FoundStudy> all = scan.scan(locations);
        List<FoundStudy> studies = all.stream().filter(study -> StationChooser.concerns(study, choice)).toList();
        LOG.debug("{} studies, {} of them of interest", all.size(), studies.size());
        String location = StudyScan.describe(locations);
        List<Series> everything = all.stream().flatMap(study -> study.series().stream()).toList();
        SeriesNotFound nothing = new SeriesNotFound(location, everything, scan.otherFiles(), scan.damaged());
        boolean named = !choice.seriesInstanceUids().isEmpty();
        if (named && studies.isEmpty()) {
            throw nothing.notThere(choice);
        }
        List<UnusableInputException> refusals = refusals(studies, choice);
        if (refusals.size() == studies.size()) {
            throw named || refusals.size() == 1 ? refusals.get(0) : nothing.none(choice.anyContrast());
        }
        return studies.stream().<StudySource>map(study -> new DicomStudySource(study, choice, images)).toList();
    }

    private static List<UnusableInputException> refusals(List<FoundStudy> studies, SeriesChoice choice) {
        List<UnusableInputException> refusals = new ArrayList<>();
        for (FoundStudy study : studies) {
            try {
                new StationChooser(study, choice).choose();
            } catch (UnusableInputException reason) {
                refusals.add(reason);
            }
        }
        return refusals;
    }
}
