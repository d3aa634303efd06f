# The files of templates/ that are compiled as one (server/unity.cmake).
unity_group(templates_1
  assets.cpp components.cpp expand.cpp figure.cpp form_fields.cpp layout.cpp letter_markdown.cpp
  letter_source.cpp)
unity_group(templates_2
  rendering.cpp scan.cpp standard_pages.cpp store.cpp view.cpp documents/certificate.cpp
  documents/front_matter.cpp documents/inspect.cpp)
unity_group(templates_3
  documents/front_sheets.cpp documents/mapped_file.cpp documents/merge.cpp documents/outlines.cpp
  documents/pack.cpp documents/pack_json.cpp documents/paper_pages.cpp documents/paper_reader.cpp)
unity_group(templates_4
  documents/report.cpp documents/report_pages.cpp documents/sheet.cpp documents/stamp.cpp
  documents/worker.cpp figures/layers.cpp figures/text.cpp figures/time_axis.cpp)
unity_group(templates_5
  documents/sample_paper.cpp figures/svg.cpp)
unity_group(templates_6
  figures/age_plot.cpp)
unity_group(templates_7
  figures/circulation_line.cpp)
unity_group(templates_8
  figures/density_strip.cpp)
unity_group(templates_9
  figures/forward_plan.cpp)
unity_group(templates_10
  figures/governance_map.cpp)
unity_group(templates_11
  figures/timetable_matrix.cpp)
