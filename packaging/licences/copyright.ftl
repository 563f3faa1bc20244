<#-- One paragraph of Debian's machine-readable format for each library. -->
<#list dependencyMap as e>
<#-- Packs of fonts are code and fonts; all others that name several leave the choice. -->
<#assign word = e.getValue()?seq_contains("OFL-1.1")?then(" and ", " or ")/>
<#assign library = e.getKey()/>
Files: *${library.artifactId}-${library.version}*.jar
Copyright: ${(library.organization.name)!("the authors of " + library.artifactId)}
License: ${e.getValue()?join(word)}
Comment: ${library.groupId}:${library.artifactId}:${library.version}<#if library.url??>, ${library.url}</#if>

</#list>
