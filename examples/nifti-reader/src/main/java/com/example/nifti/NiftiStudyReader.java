package com.example.nifti;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;
import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.api.image.StudyReader;
import spine.api.image.StudyReaderService;
import spine.api.image.StudySource;

/**
 * Studies in NIfTI-1 files, {@code .nii} or {@code .nii.gz}: one file is one study of one stack. NIfTI does not say what
 * contrast an image has, so that a file is taken only if the user answers for it ({@code --accept-any-contrast}, or its
 * series UID by name).
 */
@Component
@StudyReaderService(id = "nifti")
public final class NiftiStudyReader implements StudyReader {

    @Override
    public boolean reads(Path location) {
        String name = location.getFileName() == null ? "" : location.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".nii") || name.endsWith(".nii.gz")) && Files.isRegularFile(location);
    }

    @Override
    public List<StudySource> find(List<Path> locations, SeriesChoice choice) throws UnusableInputException {
        List<StudySource> sources = new ArrayList<>();
        for (Path location : locations) {
            if (!reads(location)) {
                throw new UnusableInputException(location + " is no NIfTI file.");
            }
            NiftiStudySource source = new NiftiStudySource(location, ContentUid.of(location));
            if (!choice.seriesInstanceUids().isEmpty() && !choice.seriesInstanceUids().contains(source.seriesInstanceUid())) {
                throw new UnusableInputException(location + " has no series of that name; its only one is "
                        + source.seriesInstanceUid() + ".");
            }
            if (choice.seriesInstanceUids().isEmpty() && !choice.anyContrast()) {
                throw new UnusableInputException(location + " does not say which contrast it has, as no NIfTI file does; if it is "
                        + "a STIR image, say so with --accept-any-contrast.");
            }
            sources.add(source);
        }
        return sources;
    }
}
