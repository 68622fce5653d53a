package spine.report.internal.cohort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import spine.common.page.PageAsset;

/**
 * What {@code cohort.mustache} shows.
 *
 * @param version of spine
 * @param omitted studies beyond those that a browser can show
 * @param rows from the highest first total down
 * @param totals all that any study has
 * @param maps one for each index
 * @param statuses what became of studies, and of how many
 * @param knownStatuses the same, with those that scoring does not give as one
 * @param inflamed studies with an image that counts as inflamed, of those that show a spine
 * @param notes sentences, may be empty
 * @param others results that are not counted
 * @param uses what the results may be used for
 * @param models sets of models
 * @param settings digests of settings
 * @param tables files with the same figures
 */
record CohortPage(PageAsset style, PageAsset script, String version, int omitted, List<StudyRow> rows, List<CohortTotal> totals,
        List<HeatMap> maps, List<Provenance> statuses, List<Provenance> knownStatuses, StudyRow.Share inflamed, List<String> notes,
        OtherResults others, List<Provenance> uses, List<Provenance> models, List<Provenance> settings, List<TableLink> tables) {
    /** Studies; with more a browser takes seconds to sort. */
    static final int MOST = 3000;

    /** @param what a row of it is */
    record TableLink(String file, String what) {
    }

    static CohortPage of(CohortStudies.Found found, List<TableLink> tables, String version, PageAsset style, PageAsset script) {
        List<CohortStudy> all = found.studies();
        List<CohortStudy> studies = all.subList(0, Math.min(MOST, all.size()));
        List<CohortTotal> totals = CohortTotal.of(studies);
        List<StudyRow> rows = new ArrayList<>();
        studies.forEach(study -> rows.add(StudyRow.of(rows.size() + 1, study, totals)));
        rows.sort(Comparator.comparingDouble(StudyRow::firstTotal).reversed().thenComparing(StudyRow::number));
        List<HeatMap> maps = totals.stream().collect(Collectors.groupingBy(CohortTotal::map, TreeMap::new, Collectors.toList())).values()
                .stream().map(ofIndex -> HeatMap.of(ofIndex.get(0), rows)).filter(HeatMap::shown).toList();
        List<StudyRow.Share> images = rows.stream().flatMap(row -> row.inflamed().stream()).toList();
        List<Provenance> models = Provenance.models(studies);
        List<Provenance> settings = Provenance.settings(studies);
        return new CohortPage(style, script, version, all.size() - studies.size(), rows, totals, maps,
                Provenance.states(studies, StudyState::status), Provenance.states(studies, StudyState::known),
                new StudyRow.Share((int) images.stream().filter(share -> share.part() > 0).count(), images.size()),
                CohortNotes.of(rows, models.size(), settings.size()), found.others(), Provenance.uses(studies), models, settings, tables);
    }

    int count() {
        return rows.size();
    }

    boolean one() {
        return rows.size() == 1;
    }

    boolean cut() {
        return omitted > 0;
    }

    boolean warned() {
        return !notes.isEmpty() || others.any();
    }

    /** Whether any study has a total. */
    boolean scored() {
        return !totals.isEmpty();
    }

    /** The first two totals, for the head of the page. */
    List<CohortTotal> headTotals() {
        return totals.subList(0, Math.min(2, totals.size()));
    }

    boolean known() {
        return inflamed.all() > 0;
    }

    String inflamedShare() {
        return Figures.percent(inflamed.part(), inflamed.all());
    }

    boolean provenanceKnown() {
        return !models.isEmpty();
    }
}
