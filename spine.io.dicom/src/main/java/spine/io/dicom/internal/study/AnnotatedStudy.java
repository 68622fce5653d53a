package spine.io.dicom.internal.study;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.api.image.StudySource;
import spine.dicom.DicomCodec;
import spine.dicom.pixel.DicomImages;
import spine.io.dicom.internal.header.ImageHeader;
import spine.io.dicom.internal.scan.FoundStudy;
import spine.io.dicom.internal.scan.Series;
import spine.io.dicom.internal.scan.StudyScan;

/**
 * A study with the segmentations that lie in the same tree, wherever in it.
 *
 * @param source its images
 * @param firstImage one of its files
 * @param segmentations files of the class Segmentation Storage, sorted; may be none
 */
public record AnnotatedStudy(StudySource source, Path firstImage, List<Path> segmentations) {

    /** @return the studies with MR images, ordered by their UIDs; may be none */
    public static List<AnnotatedStudy> below(Path folder, DicomCodec codec, DicomImages images) throws UnusableInputException {
        return new StudyScan(codec, images).scan(List.of(folder)).stream().filter(FoundStudy::hasMr)
                .sorted(Comparator.comparing(FoundStudy::uid)).map(study -> of(study, images)).toList();
    }

    private static AnnotatedStudy of(FoundStudy study, DicomImages images) {
        Path image = study.series().stream().filter(Series::isMr).findFirst().orElseThrow().first().source().file();
        List<Path> segmentations = study.series().stream().flatMap(series -> series.images().stream())
                .filter(ImageHeader::isSegmentation).map(object -> object.source().file()).sorted().toList();
        return new AnnotatedStudy(new DicomStudySource(study, SeriesChoice.AUTOMATIC, images), image, segmentations);
    }
}
