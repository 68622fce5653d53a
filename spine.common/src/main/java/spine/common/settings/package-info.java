/**
 * Settings as files and as bundles describe them: {@link spine.common.settings.ConfigurationFile} is a file of settings,
 * {@link spine.common.settings.MetatypeDocument} what a bundle says about its settings in {@code OSGI-INF/metatype}, and
 * {@link spine.common.settings.ValueRule} decides whether a value is one. None of it needs a framework.
 */
package spine.common.settings;
