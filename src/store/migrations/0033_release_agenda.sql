-- The agenda as it was approved on the day of a release is kept with it, like the files of the text.
ALTER TABLE release_file DROP CONSTRAINT release_file_format_check;
ALTER TABLE release_file ADD CONSTRAINT release_file_format_check CHECK (format IN ('docx', 'pdf', 'html', 'agenda'));
