package spine.dicomweb.internal.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import spine.common.text.DicomUid;
import spine.dicom.Tag;
import spine.dicomweb.internal.archive.ArchivedStudies;
import spine.dicomweb.internal.archive.Instance;
import spine.dicomweb.internal.archive.Level;
import spine.dicomweb.internal.uri.Scope;

/**
 * Finds what a search asks for. A search that names its study, by address or parameter, looks at that study alone; any other looks at one
 * object of each study, and at the others of those studies only that match so far.
 */
final class Finder {
    private final ArchivedStudies archive;
    private final Search search;
    private final Scope scope;
    private final Level level;
    private final List<Answer> page = new ArrayList<>();
    private int skipped;
    private boolean more;

    Finder(ArchivedStudies archive, Search search, Scope scope, Level level) {
        this.archive = archive;
        this.search = search;
        this.scope = scope;
        this.level = level;
    }

    /** One page of answers: by study, by series, and within these as they are kept. */
    List<Answer> find() throws IOException {
        for (String study : studies()) {
            if (more) {
                break;
            }
            Optional<Instance> first = archive.first(study);
            if (first.isPresent() && matches(Level.STUDY, first.get())) {
                inStudy(study);
            }
        }
        return page;
    }

    /** Whether there are answers behind the page. */
    boolean hasMore() {
        return more;
    }

    private List<String> studies() throws IOException {
        Optional<String> named = scope.study().isEmpty() ? search.study() : Optional.of(scope.study());
        return named.isEmpty() ? archive.studies() : named.filter(DicomUid::isValid).stream().toList();
    }

    private void inStudy(String study) throws IOException {
        boolean oneIsEnough = level == Level.STUDY && search.modalities().isEmpty() && search.at(Level.SERIES).isEmpty()
                && search.at(Level.INSTANCE).isEmpty();
        if (oneIsEnough && skipped < search.offset()) {
            skipped++;
        } else if (oneIsEnough && page.size() == search.limit()) {
            more = true;
        } else {
            inObjects(archive.instances(new Scope(study, "", "")));
        }
    }

    private void inObjects(List<Instance> objects) {
        Map<String, List<Instance>> bySeries = objects.stream()
                .collect(Collectors.groupingBy(Instance::series, LinkedHashMap::new, Collectors.toList()));
        boolean modality = search.modalities().isEmpty()
                || objects.stream().anyMatch(object -> search.modalities().contains(object.head().text(Tag.Modality)));
        if (objects.isEmpty() || !modality) {
            return;
        }
        if (level == Level.STUDY) {
            boolean series = bySeries.values().stream().anyMatch(one -> matches(Level.SERIES, one.get(0)));
            boolean instance = objects.stream().anyMatch(one -> matches(Level.INSTANCE, one));
            if (series && instance) {
                add(new Answer(level, objects, List.of(), objects.get(0)));
            }
            return;
        }
        List<Instance> told = scope.study().isEmpty() ? objects : List.of();
        for (List<Instance> series : bySeries.values()) {
            if ((scope.series().isEmpty() || scope.series().equals(series.get(0).series())) && matches(Level.SERIES, series.get(0))) {
                inSeries(told, series);
            }
        }
    }

    private void inSeries(List<Instance> told, List<Instance> series) {
        List<Instance> matching = series.stream().filter(instance -> matches(Level.INSTANCE, instance)).toList();
        if (level == Level.SERIES && !matching.isEmpty()) {
            add(new Answer(level, told, series, series.get(0)));
        } else if (level == Level.INSTANCE) {
            List<Instance> toldOfSeries = scope.series().isEmpty() ? series : List.of();
            matching.forEach(instance -> add(new Answer(level, told, toldOfSeries, instance)));
        }
    }

    private boolean matches(Level of, Instance instance) {
        return search.at(of).stream().allMatch(criterion -> criterion.matches(instance.head()));
    }

    private void add(Answer answer) {
        if (skipped < search.offset()) {
            skipped++;
        } else if (page.size() < search.limit()) {
            page.add(answer);
        } else {
            more = true;
        }
    }
}
