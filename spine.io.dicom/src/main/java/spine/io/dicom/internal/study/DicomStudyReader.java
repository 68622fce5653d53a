package spine.io.dicom.internal.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.UnusableInputException;
import spine.api.dicom.DicomCodec;
import spine.api.image.SeriesChoice;
import spine.api.image.StudyReader;
import spine.api.image.StudySource;

/** Studies in DICOM files. A DICOM file can have any name, so this reader takes whatever no other one claims. */
@Component(property = {StudyReader.READER_ID + "=dicom", "service.ranking:Integer=-100"})
public final class DicomStudyReader implements StudyReader {
    private static final Logger LOG = LoggerFactory.getLogger(DicomStudyReader.class);

    private final DicomCodec codec;

    @Activate
    public DicomStudyReader(@Reference DicomCodec codec) {
        this.codec = codec;
    }

    @Override
    public boolean reads(Path location) {
        return Files.isDirectory(location) || Files.isRegularFile(location);
    }

    /** A study that cannot be scored is reported when it is loaded, unless there is no other: then it is reported here. */
    @Override
    public List<StudySource> find(List<Path> locations, SeriesChoice choice) throws UnusableInputException {
        StudyScan scan = new StudyScan(new HeaderReader(codec));
        List<FoundStudy> all = scan.scan(locations);
        List<FoundStudy> studies = all.stream().filter(FoundStudy::hasMr).toList();
        LOG.debug("{} studies, {} of them with MR images", all.size(), studies.size());
        List<StudySource> sources = new ArrayList<>();
        UnusableInputException refusal = null;
        boolean usable = false;
        for (FoundStudy study : studies) {
            try {
                new StationChooser(study, choice).choose();
                usable = true;
            } catch (UnusableInputException reason) {
                refusal = reason;
            }
            sources.add(new DicomStudySource(study, choice, codec));
        }
        if (!usable && studies.size() == 1 && all.size() == 1) {
            throw refusal;
        }
        if (!usable) {
            List<Series> series = all.stream().flatMap(study -> study.series().stream()).toList();
            throw StationChooser.nothingFound(StudyScan.describe(locations), series, scan.otherFiles());
        }
        return sources;
    }
}
