"""The pages of meetings: calendar and feeds, series and formats, one meeting with its files."""

from django.urls import path

from mithaq.web.views import acting, calendar, feeds, meetings, series, table, widening

MEETINGS = [
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/feeds/", feeds.own_feeds, name="calendar-feeds"),
    path("calendar/feeds/<slug:feed>/revoke/", feeds.revoke_feed, name="calendar-feed-revoke"),
    path("calendar/feed/<slug:key>.ics", feeds.calendar_feed, name="calendar-feed"),
    path("calendar/<slug:month>/", calendar.calendar, name="calendar-month"),
    path("calendar/<slug:month>/agenda/", calendar.agenda, name="calendar-agenda"),
    path("meetings/", meetings.meetings, name="meetings"),
    path("meetings/add/", acting.add, {"act_name": "meeting-add"}, name="meeting-add"),
    path("meetings/plan/", acting.add, {"act_name": "meeting-plan"}, name="meeting-plan"),
    path("meetings/reply/", acting.add, {"act_name": "calendar-reply"}, name="calendar-reply"),
    path("meetings/add-series/", acting.add, {"act_name": "series-add"}, name="series-add"),
    path("meetings/series/", series.all_series, name="series-list"),
    path("meetings/series/<slug:series>/", series.one_series, name="series"),
    path("meetings/dialogue/", series.dialogue, name="dialogue-index"),
    path("meetings/formats/", series.formats, name="formats"),
    path("meetings/formats/add/", acting.add, {"act_name": "format-add"}, name="format-add"),
    path("meetings/export.<slug:kind>", meetings.exported, name="meetings-export"),
    path("meetings/<slug:meeting>/", meetings.meeting, name="meeting"),
    path("meetings/<slug:meeting>/widen/", widening.widen, name="meeting-widen"),
    path("meetings/<slug:meeting>/widen/preview/", widening.widen_preview, name="meeting-widen-preview"),
    path("meetings/<slug:meeting>/calendar.ics", feeds.meeting_file, name="meeting-calendar"),
    path("meetings/<slug:meeting>/<slug:paper>.<slug:format>", table.paper, name="meeting-paper"),
]
