package spine.io.dicom.internal.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import spine.api.UnusableInputException;
import spine.api.image.Note;
import spine.api.image.SeriesChoice;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.dicom.pixel.DicomImages;
import spine.io.dicom.internal.scan.FoundStudy;
import spine.io.dicom.internal.selection.Station;
import spine.io.dicom.internal.selection.StationChooser;

/** A study whose headers are known. */
final class DicomStudySource implements StudySource {
    private final FoundStudy study;
    private final SeriesChoice choice;
    private final StationLoader loader;

    DicomStudySource(FoundStudy study, SeriesChoice choice, DicomImages images) {
        this.study = study;
        this.choice = choice;
        this.loader = new StationLoader(images);
    }

    @Override
    public String studyInstanceUid() {
        return study.uid();
    }

    @Override
    public List<Path> files() {
        return study.files();
    }

    @Override
    public Study load() throws UnusableInputException {
        StationChooser.Chosen chosen = new StationChooser(study, choice).choose();
        List<SliceStack> stacks = new ArrayList<>();
        Set<Note> notes = new LinkedHashSet<>(chosen.notes());
        for (Station station : chosen.stations()) {
            SliceStack stack = loader.load(station, notes::add);
            BrightSpotCheck.of(stack, station.series().label()).ifPresent(notes::add);
            UnevenScaleCheck.of(stack, station.series().label()).ifPresent(notes::add);
            stacks.add(stack);
        }
        return new Study(study.uid(), stacks, List.copyOf(notes));
    }
}
