-- The sweep looks for contents whose pictures are still awaited: few at any time, among all that are kept.
create index contents_waiting on app.contents (created_at) where pictures = 'pending';
